/** A span of time, in days or in another unit; negative: earlier. */
export type Span = {
  amount: number;
  unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
};

const MONTHS = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
].map((names) => names.split(' '));
const DAYS = [
  'monday tuesday wednesday thursday friday saturday sunday',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'lunes martes miércoles jueves viernes sábado domingo',
].map((names) => names.split(' '));

/** The name that is so many places behind another one in its list, written like it: "Fri" for "Thu"; or null. */
function nameBehind(word: string, lists: readonly string[][], places: number): string | null {
  const bare = word.toLowerCase().replace(/\.$/, '');
  if (bare.length < 3) return null;
  for (const names of lists) {
    const at = names.findIndex((name) => name.startsWith(bare));
    const next = names.at((at + places) % names.length);
    if (at < 0 || next === undefined) continue;
    const same = bare === names[at] ? next : next.slice(0, bare.length);
    return (
      (/^\p{Lu}/u.test(word) ? same.charAt(0).toUpperCase() + same.slice(1) : same) +
      (word.endsWith('.') ? '.' : '')
    );
  }
  return null;
}

const monthOf = (word: string) =>
  Math.max(
    ...MONTHS.map((names) =>
      names.findIndex((name) => name.startsWith(word.toLowerCase().replace(/\.$/, ''))),
    ),
  );

/** The date so many days, months or years later. */
function later(year: number, month: number, day: number, { amount, unit }: Span): Date | null {
  const days = { day: 1, week: 7 }[unit as 'day'] ?? 0;
  const months = { month: 1, quarter: 3, year: 12 }[unit as 'month'] ?? 0;
  return days + months === 0 ? null : new Date(Date.UTC(year, month + months * amount, day + days * amount));
}

const ordinal = (day: number): string =>
  ['th', 'st', 'nd', 'rd'][/1\d$/.test(`${day}`) ? 0 : day % 10] ?? 'th';

const DATE =
  /^(?:(\d{1,2})(st|nd|rd|th|\.)?( (?:of |de )?)(\p{L}{3,}\.?)|(\p{L}{3,}\.?)( )(\d{1,2})(st|nd|rd|th)?)(?:(,? (?:de )?)(\d{4}))?$/u;

/** "3 June", "June 3rd, 2025". */
function shiftNamed(when: string, by: Span): string | null {
  const [, d, end, gap, m, m2, gap2, d2, end2, comma = '', year] = DATE.exec(when) ?? [];
  const [day, month] = [d ?? d2, m ?? m2 ?? ''];
  const at = monthOf(month);
  const date = day === undefined || at < 0 ? null : later(Number(year ?? 2026), at, Number(day), by);
  if (date === null) return null;
  const name = nameBehind(month, MONTHS, date.getUTCMonth() - at);
  const suffix = (old = '') => (/\p{L}/u.test(old) ? ordinal(date.getUTCDate()) : old);
  const tail = year === undefined ? '' : `${comma}${date.getUTCFullYear()}`;
  return d === undefined
    ? `${name}${gap2}${date.getUTCDate()}${suffix(end2)}${tail}`
    : `${date.getUTCDate()}${suffix(end)}${gap}${name}${tail}`;
}

const two = (number: number) => String(number).padStart(2, '0');

/** "2025-06-03", "3.6.2025". */
function shiftNumeric(when: string, by: Span): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(when) ?? [];
  if (day !== undefined)
    return (
      later(Number(year), Number(month) - 1, Number(day), by)
        ?.toISOString()
        .slice(0, 10) ?? null
    );
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(when) ?? [];
  const date = d === undefined ? null : later(Number(y ?? 2026), Number(m) - 1, Number(d), by);
  if (date === null || d === undefined) return null;
  const write = /^0|\.0/.test(when) ? two : String;
  return `${write(date.getUTCDate())}.${write(date.getUTCMonth() + 1)}.${y === undefined ? '' : date.getUTCFullYear()}`;
}

/** "9:30". */
function shiftTime(when: string, { amount, unit }: Span): string | null {
  const [, hour, mark, minute, end] = /^(\d{1,2})([:.h])(\d{2})(\D*)$/.exec(when) ?? [];
  const minutes = { minute: 1, hour: 60 }[unit as 'hour'] ?? 0;
  if (hour === undefined || minutes === 0) return null;
  const time = (Number(hour) * 60 + Number(minute) + minutes * amount + 1_440) % 1_440;
  const write = hour.startsWith('0') ? two : String;
  return `${write(Math.floor(time / 60))}${mark}${two(time % 60)}${end}`;
}

/** "March 2025", "March" by months. */
function shiftMonth(when: string, by: Span): string | null {
  const [, month = '', gap = '', year] = /^(\p{L}{3,}\.?)(?:( (?:de )?)(\d{4}))?$/u.exec(when) ?? [];
  const at = month === '' ? -1 : monthOf(month);
  const date = at < 0 || /day|week/.test(by.unit) ? null : later(Number(year ?? 2026), at, 1, by);
  if (date === null) return null;
  const name = nameBehind(month, MONTHS, date.getUTCMonth() - at);
  return year === undefined ? name : `${name}${gap}${date.getUTCFullYear()}`;
}

/** "Thursday" by days, "2024" by years, "Week 3" by weeks, "Q2" by quarters. */
function shiftCounted(when: string, { amount, unit }: Span): string | null {
  const isCounted =
    (unit === 'year' && /^\d{4}$/.test(when)) ||
    (unit === 'quarter' && /^q[1-4]$/i.test(when)) ||
    new RegExp(`^${unit}\\s+\\d+$`, 'i').test(when);
  if (!isCounted) return unit === 'day' ? nameBehind(when, DAYS, amount % 7) : null;
  const next = when.replace(/\d+$/, (number) => String(Number(number) + amount));
  return /-|(?:^|\D)0$|q[5-9]/i.test(next) ? null : next;
}

/** A date or time that is so much later, written in the same way; null where that can't be said. */
export function shiftDate(when: string, by: Span): string | null {
  const ways = [shiftNamed, shiftNumeric, shiftTime, shiftMonth, shiftCounted];
  return ways.map((shift) => shift(when, by)).find((date) => date !== null) ?? null;
}
