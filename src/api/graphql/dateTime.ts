import { GraphQLError } from 'graphql';

/** Years 1 to 9999 only: PostgreSQL writes others differently. */
const iso = /^(?!0000)\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/i;

/**
 * Reads a date and time in ISO 8601, or a date, which means its start in UTC.
 * @throws GraphQLError It is malformed, or outside of the years 1 to 9999.
 */
export function parseDateTime(value: unknown): Date {
  const date = new Date(typeof value === 'string' && iso.test(value) && isDay(value) ? value : Number.NaN);
  if (Number.isNaN(date.getTime()) || !iso.test(date.toISOString())) {
    throw new GraphQLError(`${JSON.stringify(value)} is not a DateTime; write it like 2026-01-31T12:00:00Z.`);
  }
  return date;
}

/** Whether the calendar has the day: `Date` takes February 30 for March 2. */
function isDay(value: string): boolean {
  const day = value.slice(0, 10);
  const start = new Date(day);
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(day);
}
