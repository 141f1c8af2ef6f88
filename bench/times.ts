/** Median duration of a call in milliseconds, after as many calls to warm up. */
export async function medianMs(count: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count * 2; index += 1) {
    const began = performance.now();
    await work(index);
    if (index >= count) times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}

/** The value below which that part of the values is, from 0 to 1. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export type Figure = { name: string; ms: number; baseline: string };

/** A table of the figures, each as a multiple of its baseline in the same run. */
export function table(figures: readonly Figure[]): string {
  const medians = new Map(figures.map(({ name, ms }) => [name, ms]));
  const rows = figures.map(({ name, ms, baseline }) => {
    const ratio = ms / (medians.get(baseline) ?? Number.NaN);
    return `${name.padEnd(58)} ${ms.toFixed(3).padStart(9)} ms ${`${ratio.toFixed(2)} ×`.padStart(10)}  ${baseline}`;
  });
  return [`${'what (median)'.padEnd(58)} ${'time'.padStart(12)} ${'ratio'.padStart(10)}  to`, ...rows].join(
    '\n',
  );
}
