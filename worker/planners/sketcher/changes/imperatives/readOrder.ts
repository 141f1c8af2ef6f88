import { namesLines } from '../canvas/lineWords.ts';
import type { Clause } from '../grammar/clause.ts';
import { type Command, one } from '../grammar/command.ts';
import { isEverything } from '../language/wholeCanvas.ts';

const ALPHABETICAL =
  /\s*,?\s*(?:in\s+)?(?:alphabetical(?:ly)?(?:\s+order)?|alphabetisch|alphabétiquement|(?:por\s+orden\s+)?alfab[eé]ti[ck]\S*|(?:from\s+)?a\s*(?:-|–|to|bis)\s*z|by\s+(?:name|title|text|alphabet)|nach\s+name|par\s+nom|por\s+nombre)\b/i;
const DESCENDING =
  /\s*,?\s*(?:in\s+)?(?:z\s*(?:-|–|to|bis)\s*a|descending|reverse(?:d)?(?:\s+(?:alphabetical(?:ly)?|order))*|backwards)\b/i;
const BY_COLOR = /\s*,?\s*(?:by|nach|par|por)\s+(?:the\s+)?(?:colou?rs?|farben?|couleurs?|color(?:es)?)\b/i;

export function readSort(rest: string, clause: Clause, word: string): Command[] | null {
  const listed = word === '' ? null : readOrder({ ...clause, text: `order: ${rest.replace(/^:\s*/, '')}` });
  if (listed?.[0]?.kind === 'order') return listed;
  const isDescending = DESCENDING.test(rest);
  const isByColor = BY_COLOR.test(rest);
  const isSorted =
    /^(?:sort|alphabeti|trie|sortier)/.test(word) || isByColor || isDescending || ALPHABETICAL.test(rest);
  if (!isSorted) return null;
  const what = rest
    .replace(DESCENDING, '')
    .replace(ALPHABETICAL, '')
    .replace(BY_COLOR, '')
    .replace(/\s+order$/i, '')
    .trim();
  const of = what.replace(
    /^(?:the\s+|all\s+)*(?:cards?|notes?|items?|tasks?|entries)\s+(?:in|of|under)\s+/i,
    '',
  );
  return one({
    kind: 'sort',
    what: isEverything(of) ? null : of,
    by: isByColor ? 'color' : 'text',
    isDescending,
  });
}

const LISTED =
  /^(?:.{0,30}\s)?(?:order|sequence|up(?=:)|reihenfolge|ordre|orden)\s*(?:(?:is|should\s+be|ist|est|es)\b)?\s*:?\s+(.+)$/is;
const FIRST =
  /^(?:(?:first|zuerst|d['’]abord|primero)\s+(.+?)|(.+?)\s+(?:(?:comes|goes|should\s+(?:come|be))\s+)?first),?\s+(?:and\s+)?(?:then|dann|puis|luego)\s+(.+)$/is;
const NEXT = /,?\s+(?:and\s+)?(?:then|finally|dann|puis|luego)\s+|,\s+(?:and\s+)?/i;

/** "Order: B, A, C", "next up: B, then A", "first B, then A, then C", "alphabetical order": an order without a verb. */
export function readOrder(clause: Clause): Command[] | null {
  const [, opening, first, next] = FIRST.exec(clause.text) ?? [];
  const list = next === undefined ? LISTED.exec(clause.text)?.[1] : `${opening ?? first}, ${next}`;
  const what = (list ?? '')
    .split(NEXT)
    .map((phrase) => phrase.replace(/\s+(?:last|next|second|third)$/i, ''));
  if (what.length > 1 && what.every((phrase) => clause.isThere(phrase, { isOne: true })))
    return one({ kind: 'order', what });
  if (!ALPHABETICAL.test(clause.text)) return null;
  const [sorted] = readSort(clause.text.replace(SHOULD_BE, ' '), clause, '') ?? [];
  return sorted?.kind === 'sort' && (sorted.what === null || clause.isThere(sorted.what)) ? [sorted] : null;
}

const SHOULD_BE = /\s(?:should|must|needs? to|has to)\s+be\s+(?:sorted\s+)?/i;

export function readReverse(rest: string, { isThere }: Clause): Command[] | null {
  const which = rest.replace(/^(?:the\s+)?(?:directions?|way)\s+of\s+/i, '');
  if (namesLines(which)) return one({ kind: 'reverseLines', which });
  const of = rest.replace(
    /^(?:the\s+)?(?:order\s+(?:of|in)\s+)?(?:(?:the\s+)?(?:cards?|notes?|items?)\s+(?:in|of)\s+)?/i,
    '',
  );
  if (/^(?:the\s+)?(?:order|columns)$/i.test(of) || isEverything(of))
    return one({ kind: 'reverse', what: null });
  return isThere(of) ? one({ kind: 'reverse', what: of }) : null;
}
