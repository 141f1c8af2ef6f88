import { MONTH, monthIn } from './calendar.ts';

/** Points of time of one kind, such as days of the week: how they are written, and which of two is later. */
export type Scale = {
  pattern: RegExp;
  /** A number that grows with time; null for what is none of this scale after all. */
  orderOf: (match: RegExpExecArray) => number | null;
  /** Whether it begins again after its last point: Monday follows Sunday. */
  isCyclic: boolean;
};

const apart = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');

/** The place of the alternative that matched. */
const placeOf = ([, ...groups]: RegExpExecArray): number => groups.findIndex((group) => group !== undefined);

/** Days of the week, in full and short, in the order of the week; one line for each language. */
const WEEKS = [
  'mon(?:days?)? tue(?:s|sdays?)? wed(?:s|nesdays?)? thu(?:rs?|rsdays?)? fri(?:days?)? sat(?:urdays?)? sun(?:days?)?',
  'mo(?:ntags?)? di(?:enstags?)? mi(?:ttwochs?)? do(?:nnerstags?)? fr(?:eitags?)? sa(?:mstags?)? so(?:nntags?)?',
  'lun(?:di)? mar(?:di)? mer(?:credi)? jeu(?:di)? ven(?:dredi)? sam(?:edi)? dim(?:anche)?',
  'lun(?:es)? mar(?:tes)? mi[eé](?:r|rcoles)? jue(?:v|ves)? vie(?:r|rnes)? s[aá]b(?:ado)? dom(?:ingo)?',
  'lun(?:edì)? mar(?:tedì)? mer(?:coledì)? gio(?:vedì)? ven(?:erdì)? sab(?:ato)? dom(?:enica)?',
  'seg(?:unda)?(?:-feira)? ter(?:ça)?(?:-feira)? qua(?:rta)?(?:-feira)? qui(?:nta)?(?:-feira)? sex(?:ta)?(?:-feira)? s[aá]b(?:ado)? dom(?:ingo)?',
].map((days) => apart(days.replace(/\S+/g, '($&)').replaceAll(' ', '|')));
const EAST_ASIAN_WEEKS = [
  /(?:周|週|星期|礼拜)(?:(一)|(二)|(三)|(四)|(五)|(六)|([日天]))/gu,
  /(?<![月火水木金土日])(?:(月)|(火)|(水)|(木)|(金)|(土)|(日))曜日?/gu,
];

const DAY_OF_MONTH = '\\d{1,2}(?:st|nd|rd|th|\\.)?';
const DATE = apart(
  `(?<before>${DAY_OF_MONTH}\\s+(?:of\\s+|de\\s+)?)?${MONTH}(?:\\s+(?<after>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]|\\s?[%€$£]))?(?:,?\\s+(?<year>(?:19|20|21)\\d{2}))?`,
);
const DAYS_IN_MONTH = 32;

function orderOfDate({ 0: date, groups = {} }: RegExpExecArray): number {
  const day = Number.parseInt(groups.before ?? groups.after ?? '0', 10);
  return (Number(groups.year ?? 0) * 12 + monthIn(date)) * DAYS_IN_MONTH + day;
}

const CLOCK = apart('(\\d{1,2})(?:[:.h](\\d{2})(?:\\s?(am|pm|uhr|h))?|\\s?(am|pm|uhr|h))');

function orderOfClock([, hours = '', minutes = '0', unit, other]: RegExpExecArray): number | null {
  const half = (unit ?? other ?? '').toLowerCase();
  const hour = Number(hours) + (half === 'pm' && hours !== '12' ? 12 : 0);
  return hour > 24 || Number(minutes) > 59 ? null : hour * 60 + Number(minutes);
}

const YEAR = apart(
  `(?:(?<date>(?:${DAY_OF_MONTH}\\s+)?${MONTH})\\s+(?:de\\s+)?)?(?<year>(?:1[0-9]|20|21)\\d{2})s?(?:\\s?(?<era>bc|ad))?(?:\\s?[-–]\\s?(?:1[0-9]|20|21)\\d{2})?`,
);

/** Years, and dates with a year among them: "1961, July 1969, 1972". */
function orderOfYear({ groups = {} }: RegExpExecArray): number {
  const { year, era = '', date = '' } = groups;
  const start = Number(year) * 12 * DAYS_IN_MONTH * (era.toLowerCase() === 'bc' ? -1 : 1);
  return start + monthIn(date) * DAYS_IN_MONTH + (Number.parseInt(date, 10) || 0);
}

const NUMBERED = [
  apart('(?:q|h)([1-4])(?:\\s?(?:19|20|21)\\d{2})?'),
  ...[
    'week|wk|woche|kw|semana|semaine|settimana',
    'day|tag|día|dia|jour|giorno',
    'month|monat|mes|mês|mois|mese',
    'year|jahr|año|année|ano',
    'sprint|quarter|quartal|trimestre',
    'hour|stunde|heure|hora',
    'phase|fase',
  ].map((words) => apart(`(?:${words})\\s?(\\d{1,3})(?:\\s?[-–]\\s?\\d{1,3})?`)),
  /(?<!\d)(\d{1,2})月/gu,
];
const numberIn = ([, digits]: RegExpExecArray): number => Number(digits);

/** Scales of time as people write them. */
export const scales: readonly Scale[] = [
  ...[...WEEKS, ...EAST_ASIAN_WEEKS].map((pattern) => ({ pattern, orderOf: placeOf, isCyclic: true })),
  { pattern: DATE, orderOf: orderOfDate, isCyclic: true },
  { pattern: CLOCK, orderOf: orderOfClock, isCyclic: true },
  { pattern: YEAR, orderOf: orderOfYear, isCyclic: false },
  ...NUMBERED.map((pattern) => ({ pattern, orderOf: numberIn, isCyclic: false })),
];
