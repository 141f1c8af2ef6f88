import { isRange } from '../../text/range.ts';
import type { Condition } from './readCondition.ts';

const AMOUNT =
  /^((?:(?:under|over|above|below|up to|at most|at least|more than|less than|from|between|within|until|from)\s+)?[\d.,]*\d(?:\s*(?:to|-|–|and)\s*[\d.,]*\d)?\s*(?:%|€|\$|£|(?:euros?|dollars?|pounds?|days?|hours?|minutes?|weeks?|kg|km|points?|percent|usd|eur|items?|pieces?|people)\b)?(?:\s+or\s+(?:more|less))?)\s*(?::|->|→)?\s+(.+)$/i;

/** "Under 100 euro auto approve, 100 to 1000 …": several amounts of a sentence, of which each is a case of its own. */
export function readAmount(fragment: string): Condition | null {
  const match = AMOUNT.exec(fragment);
  if (match?.[1] === undefined || match[2] === undefined || !isRange(match[1])) return null;
  return { text: match[1], negated: false, met: [match[2]], closed: false, isAmount: true };
}
