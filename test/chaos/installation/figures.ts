/** Percentiles of durations, in milliseconds, as one line. */
export function describeDurations(what: string, durations: readonly number[]): string {
  if (durations.length === 0) return `${what}: none measured`;
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return `${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms (${sorted.length} tries)`;
}

/** The value below which the share of all lies. */
export function percentile(durations: readonly number[], share: number): number {
  return durations.toSorted((a, b) => a - b)[Math.ceil(share * durations.length) - 1] ?? 0;
}

/** Counts of names, as one line. */
export function describeCounts(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
}

/** Counts names. */
export class Tally {
  readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}
