import { hasWords } from './plain.ts';

const COMMA = /\s*(?:,(?!\d{3}\b)|[،、，])\s*/;
/** No full stop of a sentence stands behind these: "Dr. Lee", "e.g. a bank". */
const SENTENCE =
  /(?<=[.!?؟])(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|St|e\.g|i\.e|vs|approx|Nr|z\.B|bzw)\.)\s+|[。！？]\s*|\s*[;；؛\n]+\s*/u;

/** Pieces of `text` between separators that stand outside brackets; unbalanced brackets do not count. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const sticky = new RegExp(separator.source, `${separator.flags.replace(/[gy]/g, '')}y`);
  const balanced = isBalanced(text);
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    sticky.lastIndex = at;
    const hit = depth === 0 || !balanced ? sticky.exec(text) : null;
    if (hit !== null && hit[0] !== '') {
      pieces.push(text.slice(from, at));
      at += hit[0].length;
      from = at;
    } else {
      at += 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Sentences and lines; semicolons end one too. */
export function splitSentences(text: string): string[] {
  return splitOutside(text, SENTENCE).filter(hasWords);
}

/** Pieces between commas, as they are. */
export function splitCommas(text: string): string[] {
  return splitOutside(text, COMMA);
}

/** Items of "a, b and c" or "a; b"; two short things joined by "and" are two items. */
export function splitList(text: string): string[] {
  const lines = splitOutside(text, /\s*[;；؛\n]\s*/);
  if (lines.length > 1) return lines.flatMap(splitList);
  const parts = splitCommas(text);
  const last = parts.pop();
  if (last === undefined) return [];
  const bare = last.replace(/^(?:[Aa]nd|[Oo]r|[Uu]nd|et|y)\s+/, '');
  const tail = bare === last ? splitAnd(last, parts.length > 0) : [bare];
  return [...parts, ...tail].map((part) => part.replace(/\.$/, '')).filter(hasWords);
}

function splitAnd(text: string, inList: boolean): string[] {
  const sides = splitOutside(text, /\s+(?:and|&|und|et)\s+/i);
  const short = sides.every((side) => side.split(' ').length <= 3);
  if (sides.length < 2 || !(short || (inList && sides.length === 2))) return [text];
  return sides;
}
