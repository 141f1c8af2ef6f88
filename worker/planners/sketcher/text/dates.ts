const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?';
const YEAR = '(?:1[0-9]|20|21)\\d{2}(?:s|\\s?(?:bc|ad))?';
const NUMBERED = '(?:week|day|month|year|sprint|phase|quarter|stage)\\s+\\d{1,3}(?:\\s*[-–]\\s*\\d{1,3})?';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)?';
const ONE = [
  '\\d{4}-\\d{2}(?:-\\d{2})?',
  '\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?',
  '\\d{1,2}(?::\\d{2})\\s*(?:am|pm)?|\\d{1,2}\\s*(?:am|pm)',
  `(?:q[1-4]|h[12])(?:\\s*[/'’]?\\s*(?:${YEAR}|\\d{2}))?`,
  `${ORDINAL}\\s+(?:of\\s+)?${MONTH}(?:\\s+${YEAR})?`,
  `${MONTH}(?:\\s+${YEAR}|\\s+${ORDINAL}(?:,?\\s+${YEAR})?)?`,
  NUMBERED,
  DAY,
  YEAR,
  'today|tomorrow|next (?:week|month|year)|now|later',
].join('|');
const RANGE = `(?:${ONE})(?:\\s*(?:-|–|to|until)\\s*(?:${ONE}))?`;
const LEADING = new RegExp(
  `^(?:(?:in|on|by|at|from|since)\\s+)?(${RANGE})(?![\\p{L}\\p{N}])\\s*(?:[:–—-]\\s+|[:,]\\s*)?(.*)$`,
  'isu',
);
const TRAILING = new RegExp(
  `^(.+?)\\s*(?:,|\\(|\\bin|\\bon|\\bby|\\bat|\\buntil|[-–—:])\\s*(${RANGE})\\)?$`,
  'isu',
);

/** A text with the time that it names apart: "beta in March" is March and "beta". */
export type Dated = { when: string; what: string };

/** Splits the time from the front or the end of a text, or gives null when it names none there. */
export function dated(text: string): Dated | null {
  const leading = LEADING.exec(text.trim());
  if (leading?.[1] !== undefined) return { when: leading[1].trim(), what: (leading[2] ?? '').trim() };
  const trailing = TRAILING.exec(text.trim());
  if (trailing?.[1] === undefined || trailing[2] === undefined) return null;
  return { when: trailing[2].trim(), what: trailing[1].trim() };
}
