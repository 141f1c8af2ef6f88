const MONTH = `(?:${[
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?',
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
].join('|')})\\.?`;
const DAY = `(?:${[
  '(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?',
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  '(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
  'понедельник|вторник|среда|четверг|пятница|суббота|воскресенье',
].join('|')})`;
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
  `^(.+?)\\s*(?:,|\\(|\\bin|\\bon|\\bby|\\bat|\\buntil|[-–—:])\\s*(${RANGE})\\)?$`,
  'isu',
);

/** A text with the time that it names apart: "beta in March" is March and "beta". */
export type Dated = { when: string; what: string };

/** Splits the time from the front or the end of a text, or gives null when it names none there. */
export function dated(text: string): Dated | null {
  const leading = leadingDate(text);
  if (leading !== null) return leading;
  const trailing = TRAILING.exec(text.trim());
  if (trailing?.[1] === undefined || trailing[2] === undefined) return null;
  return { when: trailing[2].trim(), what: trailing[1].trim() };
}

/** Splits the time from the front of a text, or gives null when it names none there. */
export function leadingDate(text: string): Dated | null {
  const match = LEADING.exec(text.trim()) ?? LEADING_EAST_ASIAN.exec(text.trim());
  if (match?.[1] === undefined || match[1] === '') return null;
  return { when: match[1].trim(), what: (match[2] ?? '').trim() };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A number that grows with time, for a date that has a year; null for others. */
export function dateOrder(when: string): number | null {
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(when)?.[1];
  if (year === undefined) return null;
  const iso = /^\d{4}-(\d{2})(?:-(\d{2}))?/.exec(when);
  const quarter = /\bq([1-4])/i.exec(when)?.[1];
  const month = MONTHS.findIndex((name) => when.toLowerCase().includes(name)) + 1;
  const day = Number(iso?.[2] ?? /(?<!\d)(\d{1,2})(?!\d)/.exec(when)?.[1] ?? 0);
  const months = Number(iso?.[1] ?? (quarter === undefined ? month : Number(quarter) * 3 - 2));
  const sign = /\bbc\b/i.test(when) ? -1 : 1;
  return sign * Number(year) * 10_000 + months * 100 + (quarter === undefined ? day : 0);
}
