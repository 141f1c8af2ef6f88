import { leadingDate, timeOf } from '../../text/dates.ts';

const PART_OF_DAY = /^(?:morning|noon|afternoon|evening|night)(?=\s|$)/i;

/** Whether a phrase is a date and nothing else: "October", "Q3 2025", "Wednesday evening". */
export function isDate(phrase: string): boolean {
  return datedIn(phrase)?.what === '';
}

/** What begins with a date apart from it: "on Wednesday evening we eat out". */
export function datedIn(text: string): { when: string; what: string } | null {
  const { when, what } = leadingDate(text) ?? {};
  if (when === undefined || what === undefined || timeOf(when) === null) return null;
  const [part = ''] = PART_OF_DAY.exec(what) ?? [];
  return { when: `${when} ${part}`.trim(), what: what.slice(part.length).trim() };
}
