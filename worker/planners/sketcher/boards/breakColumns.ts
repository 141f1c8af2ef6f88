import { isColumnName } from './columns.ts';

/** Most words of the usual name of a column. */
const MOST_WORDS = 4;
const COLON = /[:：](?=\s)/g;
/** What parts a column from the one before it. */
const PARTED = /(?:^|[;；,，、\n|。]|[.!?]\s)\s*$/u;
/** Marks and small words between columns. */
const LOOSE = /\s*(?:[-–—/]\s*|\b(?:and|und|et|y)\s+)?$/iu;

/**
 * Parts columns that follow each other without a mark, or after a dash: "to do: tea, milk doing: cake done: bread".
 * Their usual names before colons tell where each begins. Other texts stay.
 */
export function breakColumns(text: string): string {
  const starts = [...text.matchAll(COLON)].flatMap(({ index }) => nameBefore(text, index) ?? []);
  const loose = starts.slice(1).filter((at) => !PARTED.test(text.slice(Math.max(0, at - 4), at)));
  if (loose.length === 0 || loose.length < starts.length - 1) return text;
  return [0, ...loose]
    .map((at, place) => text.slice(at, loose[place]))
    .map((part, at, parts) => (at + 1 < parts.length ? part.replace(LOOSE, '') : part))
    .join('; ');
}

/** Longest name of a column with the words before it, in UTF-16 units. */
const LONGEST = 40;

/** Where the usual name of a column before a colon begins; null where there is none. */
function nameBefore(text: string, colon: number): number | null {
  const from = Math.max(0, colon - LONGEST);
  const words = [...text.slice(from, colon).matchAll(/[^\s,;|]+/g)].slice(-MOST_WORDS);
  const start = words.find(({ index }) => isColumnName(text.slice(from + index, colon)));
  return start === undefined ? null : from + start.index;
}
