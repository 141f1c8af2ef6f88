import { actorOf } from '../clauses/actionText.ts';
import type { Link } from '../clauses/markers.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { textOf } from '../words/readWords.ts';
import { askedOf } from './conditionClauses.ts';
import type { Asked } from './conditions.ts';

const LASTS: ReadonlySet<Link | null> = new Set<Link>(['until', 'lasting', 'while']);

/** Whether a clause says how long something lasts: until it is empty, as long as it is hot, while there is mail. */
export function isLasting({ link, verb }: Clause): boolean {
  return LASTS.has(link) && (link !== 'while' || verb?.isState === true);
}

/** Whether a clause asks to do something again: "repeat". */
export function isRepetition({ words, verb }: Clause): boolean {
  return /^(?:repeat|continue|loop|redo)s?$/.test(words[verb?.main ?? 0]?.lower ?? '');
}

/** What "until it is empty" and "as long as it is hot" ask. */
export function untilOf(clause: Clause): Asked {
  const asked = askedOf([clause]);
  return clause.link === 'until' ? { ...asked, isNegated: !asked.isNegated } : asked;
}

/** "Every Friday", "after three letters", "two weeks later". */
const TIME =
  /^(?:every|each)\s|^(?:after|within)\s+(?:\d+|an?|two|three|four|five|six|seven|ten)\s|\s(?:later|before)$|^(?:daily|weekly|monthly)$/i;

/** The time before a clause that sets it off, or that it waits for; '' for none. */
export function timeOf(clause: Clause): string {
  const subject = textOf(clause.subject);
  const led = subject.slice(0, subject.length - actorOf(clause).length);
  const text = (textOf(clause.lead) || led).trim().replace(/[,.;:]+$/, '');
  return TIME.test(text) ? text : '';
}
