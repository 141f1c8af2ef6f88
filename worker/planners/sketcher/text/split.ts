import { hasWords } from './plain.ts';

/** A comma of any script, but for one between digits: 10,000 and 1,5 are numbers. */
const COMMA = /\s*(?:(?<!\d),|,(?!\d)|[،、，])\s*/;
/** Between the last two items of a list. */
const AND = /\s+(?:[Aa]nd|AND|&|und|et|y|e|i|и|ve)\s+|\s*(?:和|与|以及|及)\s*/u;
const LEADING_AND = /^(?:(?:[Aa]nd|AND|[Oo]r|&|[Uu]nd|oder|et|ou|y|e|i|и|ve)\s+|和|与|以及|及)/u;

const PAIRS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
]);
const CLOSING = new Set(PAIRS.values());

/**
 * Pieces of `text` between separators that stand outside brackets and quotation marks; brackets that are not balanced
 * do not count.
 */
export function splitOutside(text: string, separator: RegExp): string[] {
  const sticky = new RegExp(separator.source, `${separator.flags.replace(/[gy]/g, '')}y`);
  const isProtected = protectedPlaces(text);
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    sticky.lastIndex = at;
    const hit = isProtected?.[at] === 1 ? null : sticky.exec(text);
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

/** 1 for every place within brackets or quotation marks; null when there are none, or they do not match. */
export function protectedPlaces(text: string): Uint8Array | null {
  const places = new Uint8Array(text.length);
  const open: string[] = [];
  let isInQuotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') isInQuotes = !isInQuotes;
    else if (CLOSING.has(character) && open.pop() !== character) return null;
    const closing = PAIRS.get(character);
    if (closing !== undefined) open.push(closing);
    if (open.length > 0 || isInQuotes) places[at] = 1;
  }
  return open.length > 0 || isInQuotes ? null : places;
}

/** Pieces between commas, as they are. */
export function splitCommas(text: string): string[] {
  return splitOutside(text, COMMA);
}

/** Items of "a; b, c" (two), of "a, b and c" (three), or of two short things joined by "and". */
export function splitList(text: string): string[] {
  const lines = splitOutside(text, /\s*[;；؛\n]\s*/);
  if (lines.length > 1) return lines.map(withoutAnd).map(withoutStop).filter(hasWords);
  const parts = splitCommas(text);
  const last = parts.pop();
  if (last === undefined) return [];
  const bare = withoutAnd(last);
  const tail = bare === last ? splitAnd(last, parts.length > 0) : [bare];
  return [...parts, ...tail].map(withoutStop).filter(hasWords);
}

const withoutAnd = (text: string) => text.replace(LEADING_AND, '');
const withoutStop = (text: string) => text.replace(/[.。]$/, '');

function splitAnd(text: string, inList: boolean): string[] {
  const sides = splitOutside(text, AND);
  const short = sides.every((side) => side.split(' ').length <= 3);
  if (sides.length < 2 || !(short || (inList && sides.length === 2))) return [text];
  return sides;
}
