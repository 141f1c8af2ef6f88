import { DAY, MONTH } from './calendar.ts';
import { leadingDate } from './dates.ts';
import { hasWords } from './plain.ts';

import { SENTENCE_END } from './sentences.ts';
import { protectedPlaces, splitCommas } from './split.ts';

/** A name before a colon and what stands after it, up to the next name. */
export type Section = { name: string; content: string };

/** Longest name before a colon, in UTF-16 units. */
const MAX_NAME = 48;
/** A colon that ends a name: not one of a time or an address. */
const COLON = /\s*(?:：|:(?=\s|$))\s*/g;
/** What parts a name from what belongs to it, in a piece that has no more. */
export const NAME_MARK = /\s*[:：=]\s*|\s[-–—]\s/;
/** Stands for a colon where the text has none. */
const DASH = /(?<=\p{L}|\d)\s+[-–—]\s+/gu;
/** Marks before a name: of a sentence, a list or a line; weaker, a comma. */
const STRONG = new RegExp(`[;；\\n|。！？]|[.!?]${SENTENCE_END}`, 'uy');
const WEAK = /[,，、]/;

type Start = { from: number; colon: number; end: number; isStrong: boolean };

/**
 * The sections "Name: content" of a text, and what comes before the first one. A name begins the text, a sentence, a
 * line or, unless two others begin so, what follows a comma or a semicolon.
 */
export function sectionsOf(text: string): { before: string; sections: Section[] } {
  const colons = startsOf(text, COLON);
  const starts = colons.length > 0 ? colons : dashesIn(text);
  const strong = starts.filter(({ isStrong }) => isStrong);
  const chosen = strong.length >= 2 ? strong : starts;
  const sections = chosen.map(({ from, colon, end }, at) => ({
    name: text.slice(from, colon).trim(),
    content: withoutEnd(text.slice(end, chosen[at + 1]?.from ?? text.length)),
  }));
  return { before: withoutEnd(text.slice(0, chosen[0]?.from ?? text.length)), sections };
}

/** Dashes behind a name: after commas only where each piece between them has one. */
function dashesIn(text: string): Start[] {
  const dashes = startsOf(text, DASH).filter(
    ({ colon, end }) => !isSpan(text.slice(0, colon), text.slice(end)),
  );
  if (dashes.length === splitCommas(text).length) return dashes;
  const strong = dashes.filter(({ isStrong }) => isStrong);
  // "Lions - Tigers, Bears - Wolves, the winners": dashes within what is listed.
  return strong.length === 1 && dashes.length > 1 ? [] : strong;
}

/** "Design Jan – Feb, Build …": a dash between two dates parts no name from what belongs to it. */
const isSpan = (before: string, after: string): boolean =>
  DATE_BEFORE.test(before.slice(-MAX_NAME)) && leadingDate(after.slice(0, MAX_NAME)) !== null;
const DATE_BEFORE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${MONTH}|${DAY})(?:\\s+\\d{1,2})?(?:,?\\s+\\d{4})?|\\d{1,2}(?:\\.|st|nd|rd|th)|\\d{4})$`,
  'iu',
);

/** The text of a section without the mark that parts it from the next one, and "and" before that. */
const withoutEnd = (text: string): string =>
  text.replace(/(?:[,;，；、|]\s*)?(?:\b(?:and|und|et|y)\s+)?$/u, '').trim();

function startsOf(text: string, mark: RegExp): Start[] {
  const isProtected = protectedPlaces(text);
  const starts: Start[] = [];
  let last = 0;
  for (const match of text.matchAll(mark)) {
    const end = match.index + match[0].length;
    if (isProtected?.[match.index] !== 1) {
      const begin = nameStart(text, last, match.index);
      const name = begin === null ? '' : text.slice(begin.from, match.index);
      if (begin !== null && hasWords(name) && /^[^()]*(?:\([^()]*\))?[^()]*$/.test(name)) {
        starts.push({ ...begin, colon: match.index, end });
        last = end;
      }
    }
  }
  return starts;
}

/** Where the name before a colon begins, or null when it is too long, or no mark parts it from the last colon. */
function nameStart(text: string, last: number, colon: number): { from: number; isStrong: boolean } | null {
  const least = Math.max(last, colon - MAX_NAME - 1);
  for (let at = colon - 1; at >= least; at -= 1) {
    STRONG.lastIndex = at;
    const isStrong = STRONG.test(text);
    if (isStrong || WEAK.test(text.charAt(at))) return { from: afterAnd(text, at + 1), isStrong };
  }
  return least === 0 ? { from: 0, isStrong: true } : null;
}

function afterAnd(text: string, from: number): number {
  const [skipped = ''] = /^\s*(?:(?:and|und|et|y)\s+)?/i.exec(text.slice(from, from + 8)) ?? [];
  return from + skipped.length;
}
