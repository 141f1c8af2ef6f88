import { DAY, dayIn, MONTH, monthIn } from './calendar.ts';

const YEAR = '(?:1[0-9]|20|21)\\d{2}(?:s|\\s?(?:bc|ad))?';
const NUMBERED =
  '(?:week|day|month|year|sprint|phase|quarter|stage|hour|woche|kw|tag|monat|jahr|semana|día|mes|año|fase|semaine|jour|mois|année|dia|mês|ano|settimana|giorno|mese|неделя|день|месяц|этап)\\s+(?:\\d{1,3}(?:\\s*[-–]\\s*\\d{1,3})?|one|two|three|four)';
const EAST_ASIAN =
  '(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?<=[年月日])|第?[一二三四五六七八九十\\d]{1,3}(?:周|週|天|季度|个月|ヶ月|阶段|段階|주차|단계|월|일|년)|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th|\\.)?';
const TIME = '\\d{1,2}[:.h]\\d{2}\\s*(?:am|pm|uhr)?|\\d{1,2}\\s*(?:am|pm|uhr|h)';
const ONE = [
  '\\d{4}-\\d{2}(?:-\\d{2})?',
  '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}/\\d{1,2}',
  TIME,
  '\\d{1,2}\\.\\d{1,2}\\.?',
  `(?:q[1-4]|h[12]|[1-4]\\. ?quartal)(?:\\s*[/'’]?\\s*(?:${YEAR}|\\d{2}))?`,
  `${ORDINAL}\\s+(?:of\\s+|de\\s+)?${MONTH}(?:\\s+(?:de\\s+)?${YEAR})?`,
  `${MONTH}(?:\\s+(?:de\\s+)?${YEAR}|\\s+${ORDINAL}(?:,?\\s+${YEAR})?)?`,
  NUMBERED,
  DAY,
  YEAR,
  'today|tomorrow|next (?:week|month|year)|this (?:week|month|year)|now|next|later|heute|morgen|hoy|mañana',
].join('|');
const RANGE = `(?:${ONE})(?:\\s*(?:-|–|to|until|bis)\\s*(?:${ONE}))?`;
const DURATION = '\\d{1,3}\\s+(?:days?|weeks?|months?|years?|hours?|tage|wochen|monate|días|semanas|meses)';
const LEADING = new RegExp(
  `^(?:(?:in|on|by|at|from|since|am|ab|um|im|en|el|le)\\s+)?(${RANGE}|${DURATION})(?![\\p{L}\\p{N}])\\s*(?:[:：–—-]\\s*|,\\s*)?(.*)$`,
  'isu',
);
const LEADING_EAST_ASIAN = new RegExp(`^(${EAST_ASIAN})\\s*[:：,，、]?\\s*(.*)$`, 'su');
const TRAILING = new RegExp(
  `^(.+?)\\s*(?:,|\\(|\\bin|\\bon|\\bby|\\bat|\\buntil|\\bam|\\bim|\\bab|[-–—:])\\s*(${RANGE})\\)?$`,
  'isu',
);
/** "Design Jan-Feb": a span needs no mark before it. */
const TRAILING_SPAN = new RegExp(
  `^(.+?)(?:\\s*[,(:]\\s*|\\s+(?:in|on|from|vo[nm])\\s+|\\s+)((?:${ONE}|\\d{1,2}(?:st|nd|rd|th|\\.)?(?=\\s*(?:-|–|to|until|bis)\\s*${ORDINAL}\\s+${MONTH}))\\s*(?:-|–|to|until|bis)\\s*(?:${ONE}))\\)?$`,
  'isu',
);

/** "Launch June 1", "MVP Jul 2026": neither do a day and a year; a month alone can be a word ("the march"). */
const TRAILING_DAY = new RegExp(
  `^(.*[^\\s,.])(?<!\\b(?:of|the|since|before|after|until|till|bis|vor|nach|seit))\\s+(?:the\\s+|den\\s+|le\\s+|el\\s+)?(${ORDINAL}\\s+(?:of\\s+|de\\s+)?${MONTH}(?:,?\\s+(?:de\\s+)?${YEAR})?|${MONTH}\\s+(?:${ORDINAL}(?:,?\\s+${YEAR})?|(?:de\\s+)?${YEAR})|q[1-4]\\s+${YEAR}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2,4})?)$`,
  'isu',
);

/** A text with the time that it names apart: "beta in March" is March and "beta". */
export type Dated = { when: string; what: string };

/** Splits the time from the front or the end of a text, or gives null when it names none there. */
export function dated(text: string): Dated | null {
  const leading = leadingDate(text);
  if (leading !== null) return leading;
  const trailing = [TRAILING_SPAN, TRAILING, TRAILING_DAY]
    .map((form) => form.exec(text.trim()))
    .find((found) => found !== null);
  if (trailing?.[1] === undefined || trailing[2] === undefined) return null;
  return { when: trailing[2].trim(), what: trailing[1].trim() };
}

/** Splits the time from the front of a text, or gives null when it names none there. */
export function leadingDate(text: string): Dated | null {
  const match = LEADING.exec(text.trim()) ?? LEADING_EAST_ASIAN.exec(text.trim());
  if (match?.[1] === undefined || match[1] === '') return null;
  // "1000 users Dec 2026" begins with a number.
  if (/^\d{4}$/.test(match[1].trim()) && TRAILING_DAY.test(match[2]?.trim() ?? '')) return null;
  return { when: match[1].trim(), what: (match[2] ?? '').trim() };
}

/**
 * Time of a date in days, for a year, month, quarter, day, hour or number of a week or phase; null for others. It grows
 * with time among dates of the same form, and is below 0 before Christ.
 */
export function timeOf(when: string): number | null {
  const number = (pattern: RegExp) => Number(pattern.exec(when)?.[1] ?? 0);
  const [, isoMonth = 0, isoDay = 0] = (/^\d{4}-(\d{2})(?:-(\d{2}))?/.exec(when) ?? []).map(Number);
  const hour = /^(\d{1,2})[:.h](\d{2})/.exec(when);
  if (hour !== null) return Number(hour[1]) / 24 + Number(hour[2]) / 1_440;
  const year = number(/(?<!\d)(\d{4})(?!\d)/) * (/\bbc\b/i.test(when) ? -1 : 1);
  const quarter = number(/\bq([1-4])/i);
  const month = monthIn(when);
  const counted = number(
    /^(?:week|day|month|sprint|phase|woche|kw|tag|monat|semaine|jour|semana|día|year)\s+(\d+)/i,
  );
  const day = dayIn(when);
  const months = isoMonth || month || (quarter === 0 ? 0 : quarter * 3 - 2);
  if (year === 0 && months + counted + day === 0) return null;
  if (months === 0 && year === 0) return counted || day;
  return year * 372 + months * 31 + (isoDay || (month > 0 ? number(/(?<!\d)(\d{1,2})(?!\d)/) : 0));
}

/** Whether a date has a year. */
export function hasYear(when: string): boolean {
  return /(?<!\d)\d{4}(?!\d)/.test(when);
}
