import { label } from '../../text/plain.ts';
import type { Statement } from './statement.ts';

/** Longest condition on an arrow, in UTF-16 units. */
const MAX_LABEL = 36;

/**
 * "If it is a bug, a. If it is a question, b": what the last of several answers leads to is the other side of the one before
 * it, with the answer on its arrow.
 */
export function foldAlternatives(statements: readonly Statement[]): Statement[] {
  return statements.map((statement): Statement => {
    if (statement.kind !== 'decision') return statement;
    const [only, ...others] = statement.otherwise;
    if (others.length > 0 || only?.kind !== 'decision' || !only.isAlternative) return statement;
    const isLast = !only.hasOtherwise && !only.isNegated && only.condition.length <= MAX_LABEL;
    if (!isLast) return { ...statement, otherwise: foldAlternatives([only]) };
    return {
      ...statement,
      otherwise: only.met,
      otherwiseLabel: label(bareAnswer(only.condition)),
    };
  });
}

/** "it is a question" as "question". */
const bareAnswer = (condition: string): string =>
  condition.replace(/^(?:it|they|he|she)\s+(?:is|are)\s+/i, '').replace(/^(?:the|an?)\s+/i, '');
