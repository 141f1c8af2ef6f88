import { leadingDate } from '../../text/dates.ts';

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

/** Beginnings of the names of months, in English, German, French and Spanish. */
const MONTHS =
  'jan|ene,feb|fév,mar|mär,apr|avr|abr,may|mai,jun|juin,jul|juil,aug|aoû|ago,sep,oct|okt,nov,dec|dez|déc|dic'
    .split(',')
    .map((names) => new RegExp(`(?<!\\p{L})(?:${names})`, 'iu'));
const DAYS = 'mon|lun,tue|die|mar,wed|mit|mer|mié,thu|don|jeu|jue,fri|fre|ven|vie,sat|sam|sáb,sun|son|dim|dom'
  .split(',')
  .map((names) => new RegExp(`^(?:${names})`, 'iu'));

/** Time of a date in days, for a year, month, quarter, day, hour or number of a week or phase; null for others. */
export function timeOf(when: string): number | null {
  const number = (pattern: RegExp) => Number(pattern.exec(when)?.[1] ?? 0);
  const [, isoMonth = 0, isoDay = 0] = (/^\d{4}-(\d{2})(?:-(\d{2}))?/.exec(when) ?? []).map(Number);
  const hour = /^(\d{1,2})[:.h](\d{2})/.exec(when);
  if (hour !== null) return Number(hour[1]) / 24 + Number(hour[2]) / 1_440;
  const year = number(/(?<!\d)(\d{4})(?!\d)/);
  const quarter = number(/\bq([1-4])/i);
  const month = MONTHS.findIndex((names) => names.test(when)) + 1;
  const counted = number(
    /^(?:week|day|month|sprint|phase|woche|kw|tag|monat|semaine|jour|semana|día|year)\s+(\d+)/i,
  );
  const day = DAYS.findIndex((names) => names.test(when)) + 1;
  const months = isoMonth || month || (quarter === 0 ? 0 : quarter * 3 - 2);
  if (year + months + counted + day === 0) return null;
  if (months === 0 && year === 0) return counted || day;
  return year * 372 + months * 31 + (isoDay || (month > 0 ? number(/(?<!\d)(\d{1,2})(?!\d)/) : 0));
}
