import { Counter, Gauge, type Registry } from 'prom-client';
import { type CleanUpCounts, removedKinds } from './cleanUp.ts';

/** What the metrics of a worker are told about its clean-ups. */
export type CleanUpMetrics = {
  removed(counts: CleanUpCounts): void;
  /** A clean-up has ended with nothing left to remove. */
  completed(): void;
};

export function createCleanUpMetrics(registry: Registry): CleanUpMetrics {
  const registers = [registry];
  const completed = new Gauge({
    name: 'collabcanvas_clean_up_completed_timestamp_seconds',
    help: 'When this worker last completed a clean-up, in seconds since 1970; 0 until it does.',
    registers,
  });
  const removed = new Counter({
    name: 'collabcanvas_clean_up_removed_total',
    help: 'Rows that clean-ups of this worker have removed, by kind.',
    labelNames: ['kind'],
    registers,
  });
  // Present from the start: an increase from nothing would not be seen.
  for (const kind of removedKinds) removed.inc({ kind }, 0);
  return {
    removed(counts) {
      for (const kind of removedKinds) removed.inc({ kind }, counts[kind]);
    },
    completed: () => completed.setToCurrentTime(),
  };
}
