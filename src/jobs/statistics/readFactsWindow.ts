import type { Sql } from '../../database/statement.ts';
import { type FactsWindow, type PeriodHours, periodLengths } from './sql/facts.ts';
import { readRollUpState } from './sql/readRollUpState.ts';

const hourMs = 3_600_000;

/** The window of that many milliseconds until now, by the database's clock, in buckets of `bucketMs`. */
export async function readFactsWindow(
  sql: Sql,
  ownerId: string | null,
  windowMs: number,
  bucketMs: number,
): Promise<FactsWindow> {
  const periodHours = ownerId === null ? periodWithin(bucketMs) : 0;
  const rolledUp = await readRollUpState(sql, { periodHours });
  const to = rolledUp.now;
  const from = new Date(to.getTime() - windowMs);
  const wholeFrom = roundUp(from, hourMs);
  const wholeTo = ownerId === null ? later(wholeFrom, endOf(rolledUp.hour, hourMs)) : wholeFrom;
  const periodMs = periodHours * hourMs;
  const periodFrom = periodHours === 0 ? wholeFrom : roundUp(wholeFrom, periodMs);
  // Without a period in the window, all hours are read from `periodTo` on.
  const periodTo = later(wholeFrom, endOf(rolledUp.period, periodMs));
  const hasPeriods = periodTo > periodFrom;
  return {
    ...{ ownerId, from, to, wholeFrom, wholeTo, periodHours },
    periodFrom: hasPeriods ? periodFrom : wholeFrom,
    periodTo: hasPeriods ? periodTo : wholeFrom,
  };
}

/** The longest period of which buckets are made up; 0 if there is none. */
function periodWithin(bucketMs: number): PeriodHours | 0 {
  return periodLengths.findLast((hours) => bucketMs % (hours * hourMs) === 0) ?? 0;
}

const roundUp = (time: Date, ms: number) => new Date(Math.ceil(time.getTime() / ms) * ms);
const later = (a: Date, b: Date) => (a < b ? b : a);
/** Where the interval ends that begins at `start`; 1970 if there is none. */
const endOf = (start: Date | null, ms: number) => new Date(start === null ? 0 : start.getTime() + ms);
