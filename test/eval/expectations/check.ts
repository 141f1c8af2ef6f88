/** An expectation, in words, and whether a canvas meets it. */
export type Check = { what: string; isMet: boolean };

export function check(what: string, isMet: boolean): Check {
  return { what, isMet };
}
