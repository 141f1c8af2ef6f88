import type { Clause } from '../clauses/splitClauses.ts';
import { textOf, type Word } from '../words/readWords.ts';
import { isDeterminer, isPluralNoun } from '../words/wordClasses.ts';
import { isWrong } from './conditions.ts';

/** Some of a kind: "Claims below 500 euros", as a condition, with the noun of the kind; '' where none is named. */
export type Kind = {
  noun: string;
  condition: string;
  /** What stands before the subject: "For larger claims". */
  prefix: RegExp;
};

const NO_PREFIX = /^$/;
const LIMITS =
  /^(?:higher|larger|smaller|longer|older|more|less|lower|below|above|over|under|with|without|in|from|between|up|of|by|who|that|which)$/;
/** "In difficult cases". */
const IN_CASES =
  /^in (?!(?:all|any|both|either|this|that|such|these|those|some|most|many|the|an?)\b)(\w+) cases?\b,?\s*/i;
const AMOUNTS = /^(?:both|all|many|most|some|few|several|other|new)$/;
/** "Unpaid invoices": not all of them, even where none were named before. */
const NEGATIVE = /^(?:un|in(?=[a-z]{5})|non-?|late\b)(?!it|ion|te)/i;
const OTHERS = /^(?:all (?:the )?others?|(?:the )?others|the rest|all other .*)$/i;

/** The kind that a clause is about, where the text has named it before; null for other clauses. */
export function kindIn({ lead, subject, link }: Clause, said: string): Kind | null {
  const difficult = IN_CASES.exec(textOf([...lead, ...subject]));
  if (difficult?.[1] !== undefined)
    return {
      noun: 'case',
      condition: `${difficult[1]} case`.replace(/^./, (letter) => letter.toUpperCase()),
      prefix: IN_CASES,
    };
  const before = kindAfterFor(lead) ?? (lead[0]?.lower === 'for' ? kindOf(lead.slice(1)) : null);
  if (before !== null) return before;
  const within = kindAfterFor(subject);
  if (within !== null) return { ...within, prefix: /^for .*?\b(?=(?:an?|the)\s)/i };
  const kind = link === null ? kindOf(subject) : null;
  const isKnown =
    kind !== null &&
    (kind.noun === '' ||
      NEGATIVE.test(kind.condition) ||
      isWrong(kind.condition, false) ||
      said.includes(stemOf(kind.noun)));
  return isKnown ? kind : null;
}

/** "applicants" and "applications" are of one kind. */
const stemOf = (noun: string): string => noun.replace(/s$/, '').slice(0, 7);

function kindOf(subject: readonly Word[]): Kind | null {
  const words = subject.filter(({ lower }) => lower !== 'only');
  const [first, second] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const text = textOf(words).replace(/,$/, '');
  const kind = { condition: text.replace(/^./, (letter) => letter.toUpperCase()), prefix: NO_PREFIX };
  if (OTHERS.test(text)) return { ...kind, noun: '' };
  if (isDeterminer(first) || first.tags.has('ProperNoun')) return null;
  const isQualified = (first.tags.has('Adjective') || /ed$/.test(first.lower)) && !AMOUNTS.test(first.lower);
  if (isQualified && words.length <= 3 && isPluralNoun(last)) return { ...kind, noun: last.lower };
  const isLimited = second !== undefined && LIMITS.test(second.lower) && words.length > 2;
  return isLimited && isPluralNoun(first) ? { ...kind, noun: first.lower } : null;
}

/** "For larger claims", before a comma or the subject. */
function kindAfterFor(words: readonly Word[]): Kind | null {
  if (words[0]?.lower !== 'for') return null;
  const end = words.findIndex((word, at) => at > 0 && isPluralNoun(word));
  if (end === -1 || end > 4) return null;
  // "Buildings higher than 20 metres [the council has to approve]".
  const main = words.findIndex((word, at) => at > end && isDeterminer(word));
  return kindOf(words.slice(1, end + 1)) ?? (main === -1 ? null : kindOf(words.slice(1, main)));
}

/** "Incomplete applications" of "Complete applications". */
export function isNegatedForm(one: string, other: string): boolean {
  return (
    one.length > other.length &&
    /^(?:un|in|im|ir|non|dis)-?/i.test(one) &&
    one.toLowerCase().includes(other.slice(0, 4).toLowerCase())
  );
}
