/**
 * Durations are counted in bins, so that hours can be added up: bin 0 holds what took less than 1 ms, and each bin
 * ends where the next begins, at `ratio` times its own beginning.
 */
const ratio = 1.04;

/** The bin of a duration in milliseconds, as SQL; the result of `durationOf` lies within 2.5 % of the duration. */
export const binOf = (milliseconds: string): string =>
  `CASE WHEN ${milliseconds} < 1 THEN 0 ELSE 1 + floor(ln(${milliseconds}::float8) / ln(${ratio}::float8)) END::int`;

/** What a bin stands for, in milliseconds: the geometric middle. More digits would not be true. */
const durationOf = (bin: number): number => (bin === 0 ? 0 : Number((ratio ** (bin - 0.5)).toPrecision(3)));

/** Lengths in milliseconds that half, 95 % and 99 % of the jobs did not exceed. */
export type Percentiles = { p50Ms: number; p95Ms: number; p99Ms: number };

/** How many jobs fell into a bin. */
export type BinCount = { bin: number; jobs: number };

/**
 * Percentiles of a histogram, by nearest rank: the smallest duration that so many of the jobs did not exceed.
 * @param bins In ascending order.
 * @returns Null when there was no job.
 */
export function percentilesOf(bins: readonly BinCount[]): Percentiles | null {
  const total = bins.reduce((sum, { jobs }) => sum + jobs, 0);
  if (total === 0) return null;
  const at = (share: number) => {
    const rank = Math.ceil(share * total);
    let seen = 0;
    const reached = bins.find(({ jobs }) => {
      seen += jobs;
      return seen >= rank;
    });
    return durationOf(reached?.bin ?? 0);
  };
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}
