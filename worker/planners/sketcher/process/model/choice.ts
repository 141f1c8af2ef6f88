import { findVerb } from '../clauses/findVerb.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { textOf } from '../words/readWords.ts';

/** Two ways, and what they depend on. */
export type Choice = { condition: string; sides: readonly [Clause, Clause] };

const DEPENDS = /^(?:.*\s)?depending on (?:whether )?(.+?)[,.]?$/i;
const ANY_FORM = { allowsBase: true, allowsParticiple: true, isThird: true };

/** "Depending on the distance, it is delivered or collected"; null for other clauses. */
export function choiceIn(clause: Clause): Choice | null {
  const condition = DEPENDS.exec(textOf(clause.lead))?.[1];
  const or = clause.words.findIndex(({ lower }) => lower === 'or');
  if (condition === undefined || or === -1 || or <= (clause.verb?.main ?? 0)) return null;
  const words = clause.words.slice(or + 1);
  const verb = findVerb(words, ANY_FORM);
  if (verb === null) return null;
  const second: Clause = { ...clause, words, verb, lead: [], subject: words.slice(0, verb.at) };
  return { condition, sides: [{ ...clause, words: clause.words.slice(0, or), lead: [] }, second] };
}
