import { actionOf, actorOf } from '../clauses/actionText.ts';
import { findVerb } from '../clauses/findVerb.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { textOf, type Word } from '../words/readWords.ts';
import { activityOf } from './activity.ts';
import type { ActorMemory } from './actorMemory.ts';
import type { Fork } from './statement.ts';

/** Two ways, of which a question or "either … or" decides. */
export type Choice = { question: string | null; labels: readonly string[]; sides: readonly [Clause, Clause] };

const DEPENDS = /^(?:.*\s)?depending on (?:whether )?(.+?)[,.]?$/i;
const ANY_FORM = { allowsBase: true, allowsParticiple: true, isThird: true };

/** "Depending on the distance, it is delivered or collected", "she either calls or writes"; null for other clauses. */
export function choiceIn(clause: Clause): Choice | null {
  const question = DEPENDS.exec(textOf(clause.lead))?.[1] ?? null;
  const hasEither = clause.words.some(({ lower }) => lower === 'either');
  const words = clause.words.filter(({ lower }) => lower !== 'either');
  const or = words.findIndex(({ lower }) => lower === 'or');
  if ((question === null && !hasEither) || or === -1) return null;
  const sides = [words.slice(0, or), words.slice(or + 1)].map((side) => sideOf(clause, side));
  const [one, other] = sides;
  if (one == null || other == null) return null;
  return { question, labels: question === null ? ['Either', 'Or'] : [], sides: [one, other] };
}

/** A choice as its ways. `clauses`: those of its sentence; `at`: its place among them. */
export function forkOfChoice(
  { question, labels, sides }: Choice,
  actors: ActorMemory,
  clauses: readonly Clause[],
  at: number,
): Fork {
  const ways = sides.map((side, place) => {
    const actor = actors.actorIn(side, clauses, at) || actorOf(sides[0]);
    const action = actors.withAuxiliary(side, actionOf(side));
    return { label: labels[place] ?? null, steps: [activityOf(actor, action, side)] };
  });
  return { kind: 'fork', question, ways };
}

function sideOf(clause: Clause, words: readonly Word[]): Clause | null {
  const verb = findVerb(words, ANY_FORM);
  return verb === null ? null : { ...clause, words, verb, lead: [], subject: words.slice(0, verb.at) };
}
