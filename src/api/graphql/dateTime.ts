import { GraphQLError } from 'graphql';

/** Four digits of a year: what comes before the year 1 or after 9999, PostgreSQL writes in other ways. */
const iso = /^(?!0000)\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/i;

/**
 * Reads a moment in ISO 8601, or a day, which stands for its beginning in UTC.
 * @throws GraphQLError It is none, or outside of the years 1 to 9999.
 */
export function parseDateTime(value: unknown): Date {
  const date = new Date(typeof value === 'string' && iso.test(value) ? value : Number.NaN);
  if (Number.isNaN(date.getTime()) || !iso.test(date.toISOString())) {
    throw new GraphQLError(`${JSON.stringify(value)} is no DateTime; write it like 2026-01-31T12:00:00Z.`);
  }
  return date;
}
