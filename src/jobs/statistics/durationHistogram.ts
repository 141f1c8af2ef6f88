import { type BinCount, ratio } from './sql/durationBins.ts';

/** The geometric middle of a bin, in milliseconds, with as many digits as are significant. */
const durationOf = (bin: number): number => (bin === 0 ? 0 : Number((ratio ** (bin - 0.5)).toPrecision(3)));

/** Durations in milliseconds that half, 95 % and 99 % of the jobs did not exceed. */
export type Percentiles = { p50Ms: number; p95Ms: number; p99Ms: number };

/**
 * Percentiles of a histogram, by nearest rank.
 * @param counts In any order. A bin may occur more than once, as in the histograms of several times together.
 * @returns Null when there was no job.
 */
export function percentilesOf(counts: readonly BinCount[]): Percentiles | null {
  const bins = counts.toSorted((a, b) => a.bin - b.bin);
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
