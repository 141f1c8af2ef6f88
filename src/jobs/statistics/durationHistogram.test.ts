import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentilesOf } from './durationHistogram.ts';

/** The bin of a duration as the database computes it. */
const binOf = (ms: number) => (ms < 1 ? 0 : 1 + Math.floor(Math.log(ms) / Math.log(1.04)));

function histogramOf(durations: number[]) {
  const counts = Map.groupBy(durations, binOf);
  return [...counts].map(([bin, { length: jobs }]) => ({ bin, jobs })).sort((a, b) => a.bin - b.bin);
}

describe('the percentiles of a histogram', () => {
  it('are null without jobs', () => {
    expect(percentilesOf([])).toBeNull();
  });

  it('are equal for a single job', () => {
    expect(percentilesOf([{ bin: 0, jobs: 1 }])).toEqual({ p50Ms: 0, p95Ms: 0, p99Ms: 0 });
  });

  it('are within 2.5 % of the exact ones, by nearest rank', () => {
    const durations = fc.array(fc.integer({ min: 1, max: 86_400_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(durations, (unsorted) => {
        const sorted = unsorted.toSorted((a, b) => a - b);
        const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
        const found = percentilesOf(histogramOf(sorted));
        for (const [value, exact] of [
          [found?.p50Ms, rank(0.5)],
          [found?.p95Ms, rank(0.95)],
          [found?.p99Ms, rank(0.99)],
        ] as const) {
          expect(Math.abs((value ?? Number.NaN) - exact)).toBeLessThanOrEqual(exact * 0.025);
        }
      }),
    );
  });
});
