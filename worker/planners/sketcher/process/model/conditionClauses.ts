import { positive } from '../clauses/actionText.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { thirdPersonOf } from '../words/inflect.ts';
import { textOf } from '../words/readWords.ts';
import type { Asked } from './conditions.ts';

export function isCondition({ link }: Clause): boolean {
  return link === 'if' || link === 'unless' || link === 'when';
}

/** Where a condition of several clauses ends: "if a approves and b is high, …". */
export function endOfCondition(clauses: readonly Clause[], at: number): number {
  let end = at + 1;
  while (end < clauses.length - 1 && isContinued(clauses, end)) end += 1;
  return end;
}

/** Most words of two conditions that a comma parts: longer ones are told one after the other. */
const LONGEST = 14;

/** Whether a clause is one more condition: behind "and", where no comma stands before it, or what follows has none. */
function isContinued(clauses: readonly Clause[], at: number): boolean {
  const [clause, next, behind] = clauses.slice(at - 1);
  if (next?.isAnd !== true || next.link !== null) return false;
  if (clause?.words.at(-1)?.after === '') return true;
  const isShort = (clause?.words.length ?? 0) + next.words.length <= LONGEST;
  return isShort && endsInComma(next) && behind !== undefined && !behind.isAnd;
}

/** Whether a condition stands behind what it is the condition of, with nothing that follows from it behind it. */
export function isTrailing(clauses: readonly Clause[], at: number, end: number): boolean {
  return (
    isBehind(clauses, at) &&
    clauses[at]?.isAnd !== true &&
    (end >= clauses.length || endsInComma(clauses[end - 1]))
  );
}

/** Whether a condition stands behind a main clause. */
export function isBehind(clauses: readonly Clause[], at: number): boolean {
  const before = clauses[at - 1];
  if (before === undefined || before.verb === null || isCondition(before)) return false;
  return !endsInComma(before) || at === clauses.length - 1;
}

const endsInComma = (clause: Clause | undefined): boolean => /[,;:.]/.test(clause?.words.at(-1)?.after ?? '');

/** What the clauses of a condition ask. */
export function askedOf(condition: readonly Clause[]): Asked {
  const isUnless = condition[0]?.link === 'unless';
  const parts = condition.map(positive);
  const [only, ...others] = parts;
  if (only === undefined) return { condition: '', isNegated: false };
  if (others.length === 0) return { ...only, isNegated: only.isNegated !== isUnless };
  return {
    condition: condition.map(({ words }) => textOf(words).replace(/[,.]$/, '')).join(' and '),
    isNegated: isUnless,
    ...(isUnless ? {} : { parts }),
  };
}

const REFUSALS = /^(?:reject|refuse|decline|cancel|deny|withdraw)$/i;

/** "The manager can reject the request", which may as well not be done: "rejects the request"; null for other clauses. */
export function optionIn({ verb, words }: Clause): string | null {
  const [main, ...rest] = words.slice(verb?.main ?? 0);
  if (main === undefined || (verb?.modal !== 'can' && verb?.modal !== 'may') || !REFUSALS.test(main.text))
    return null;
  // "can reject or accept the order": the refusal is what is asked.
  const object = textOf(rest)
    .replace(/^or \S+ /, '')
    .replace(/ or .*$/, '');
  return `${thirdPersonOf(main.text)} ${object}`.replace(/[,.]$/, '');
}
