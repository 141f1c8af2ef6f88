/**
 * Durations are counted in bins, so that hours can be added up. Bin 0 holds durations below 1 ms; each further bin ends
 * at `ratio` times its start, where the next one begins.
 */
const ratio = 1.04;

/** The bin of a duration in milliseconds, as SQL; the result of `durationOf` lies within 2.5 % of the duration. */
export function binOf(milliseconds: string): string {
  return `CASE WHEN ${milliseconds} < 1 THEN 0 ELSE 1 + floor(ln(${milliseconds}::float8) / ln(${ratio}::float8)) END::int`;
}

/** The geometric middle of a bin, in milliseconds, with as many digits as are significant. */
export function durationOf(bin: number): number {
  return bin === 0 ? 0 : Number((ratio ** (bin - 0.5)).toPrecision(3));
}
