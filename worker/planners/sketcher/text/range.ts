const RANGE =
  /^(?:under|over|above|below|up to|at most|at least|more than|less than|between)\b|\d\s*(?:to|-|–|and)\s*\d/i;

/** Whether a phrase begins with a range of an amount: "under 100", "100 to 1000". */
export function isRange(phrase: string): boolean {
  return RANGE.test(phrase);
}
