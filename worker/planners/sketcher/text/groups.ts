import type { Item } from './item.ts';
import { hasWords } from './plain.ts';
import { splitSentences } from './sentences.ts';
import { splitList } from './split.ts';
import { stems } from './words.ts';

/** How many words of a piece may name it. */
const MOST_WORDS = 3;

/**
 * Groups of which each is a sentence, a line, or what stands between semicolons, and has a list below a name that no
 * colon ends: "bed 1 Khan, obs; bed 2 Li", or "admin can read, write; guest can read". Null for other texts.
 */
export function groupsIn(text: string, itemsOf: (list: string) => Item[]): Item[] | null {
  const pieces = (text.includes('\n') ? text.split('\n').filter(hasWords) : splitSentences(text)).map(
    (piece) => piece.replace(/[.。]$/, ''),
  );
  if (pieces.length < 2 || pieces.every((piece) => splitList(piece).length < 2)) return null;
  const names = countedNames(pieces) ?? namesBeforeShared(pieces);
  if (names === null || new Set(names.map((name) => name.toLowerCase())).size < names.length) return null;
  if (pieces.some((piece, at) => /[:：](?=\s|$)/.test(piece.slice((names[at]?.length ?? 0) + 1))))
    return null;
  return pieces.map((piece, at) => {
    const [name = '', rest] = [names[at], piece.slice(names[at]?.length).replace(/^[\s:：.)–—-]+/u, '')];
    return { text: name, children: rest === '' ? [] : itemsOf(rest) };
  });
}

const COUNTED =
  /^(?!(?:step|schritt|étape|paso|passo)\b)(?:(\p{L}{1,12})\s?\d{1,3}(?!\S?[\p{L}\d])|\d{1,2}\.\s(\p{L}{2,12})(?=\s?[:：]))/iu;

/** "Bed 1", "Bed 2", or "1. Semester:": the same word with a number at the begin of each piece. */
function countedNames(pieces: readonly string[]): string[] | null {
  const names = pieces.map((piece) => COUNTED.exec(piece));
  const words = new Set(names.map((name) => (name?.[1] ?? name?.[2])?.toLowerCase()));
  return words.size === 1 && !words.has(undefined) ? names.map((name) => name?.[0] ?? '') : null;
}

/** What stands before, and with, the first word that all pieces share: "admin can", "editor can". */
function namesBeforeShared(pieces: readonly string[]): string[] | null {
  const words = pieces.map((piece) => piece.split(' ', MOST_WORDS + 1));
  const shared = words[0]
    ?.slice(1)
    .find((word) => isSharable(word) && words.every((each) => each.indexOf(word) > 0));
  if (shared === undefined) return null;
  return words.map((each) => each.slice(0, each.indexOf(shared) + 1).join(' '));
}

/** Whether a word may part a name from its list: no small word, and no end of an item. */
const isSharable = (word: string): boolean => /^\p{L}{2,}$/u.test(word) && stems(word).length === 1;
