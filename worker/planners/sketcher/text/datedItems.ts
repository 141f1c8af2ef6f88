import { dated, hasYear, leadingDate, timeOf } from './dates.ts';
import { type Item, leaf } from './item.ts';
import { hasWords } from './plain.ts';
import { splitSentences } from './sentences.ts';
import { splitCommas, splitList, splitOutside } from './split.ts';

/** Between two times of a day: "from 9:00 registration to 18:00 drinks". */
const TO_TIME = /\s+(?:to|until|till|bis)\s+(?=\d{1,2}[:.]\d{2}\s+\p{L})/iu;

const AND = /\s+(?:and|und|et|y)\s+/iu;

/** Before an item of a list. */
const BULLET = /^\s*[-*+•‣▪◦]\s+/u;

/**
 * The points in time that a text names, each with what happens then below it: "Q1 login, search; Q2 payments". Null when
 * most of its pieces have no time.
 */
export function datedItems(text: string): Item[] | null {
  const strong = splitSentences(text).map((line) => line.replace(BULLET, ''));
  const isStrong = strong.length >= 2 && areDated(strong);
  const pieces = isStrong
    ? strong
    : strong
        .flatMap(splitCommas)
        .flatMap((piece) => splitOutside(piece, TO_TIME))
        .flatMap(splitAnd);
  const leading = pieces.filter((piece) => leadingDate(piece) !== null).length;
  const isContinued = leading >= 2 && leadingDate(pieces[0] ?? '') !== null;
  if (!areDated(pieces) && !isContinued) return null;
  const items: Item[] = [];
  for (const piece of pieces) {
    const last = items.at(-1);
    const date = leadingDate(piece);
    if (date !== null) items.push({ text: date.when, children: thingsIn(date.what, isStrong) });
    else if (isContinued && !isStrong && dated(piece) === null && last !== undefined)
      last.children.push(leaf(piece));
    else items.push(leaf(piece));
  }
  return items;
}

/** "Build on May 10 and launch on June 1": two points, since each has a time of its own. */
function splitAnd(piece: string): string[] {
  const parts = splitOutside(piece, AND);
  return parts.length > 1 && parts.every((part) => dated(part) !== null) ? parts : [piece];
}

const areDated = (pieces: readonly string[]): boolean =>
  pieces.length >= 2 && pieces.filter((piece) => dated(piece) !== null).length * 2 > pieces.length;

const thingsIn = (text: string, isList: boolean): Item[] =>
  (isList ? splitList(text) : [text]).filter(hasWords).map((thing) => leaf(thing.replace(/[.。]$/, '')));

/** Points in the order of their dates where each has one with a year; else as they are. */
export function inOrderOfDates(items: readonly Item[]): Item[] {
  const dates = items.map((item) => dated(item.text)?.when ?? '');
  if (!dates.every(hasYear)) return [...items];
  const orders = dates.map(timeOf);
  return items
    .map((item, at) => ({ item, order: orders[at] ?? 0 }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
