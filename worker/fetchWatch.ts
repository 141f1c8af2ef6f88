import type { WorkerEvents } from 'graphile-worker';
import type { Sql } from '../src/database/statement.ts';
import { maxEntryWaitMs, oldestEntryWaitMs } from '../src/jobs/queue/queueStall.ts';

/** Detects that this worker fetches nothing from the queue, although it has a free slot and entries wait. */
export type FetchWatch = {
  /**
   * How long an entry has been waiting for this worker, in milliseconds; null when none waits too long.
   * @throws Error when the database can't be reached.
   */
  stalledMs(sql: Sql): Promise<number | null>;
};

/**
 * @param events What Graphile Worker reports.
 * @param slots Jobs that it runs at once.
 * @param longestMs How long an entry may wait, in milliseconds.
 */
export function watchFetching(
  events: Pick<WorkerEvents, 'on'>,
  slots: number,
  longestMs = maxEntryWaitMs,
): FetchWatch {
  let running = 0;
  // A slot that becomes free starts a new wait: until then, entries waited for the slot.
  let changedAt = performance.now();
  const count = (change: number) => () => {
    running += change;
    changedAt = performance.now();
  };
  events.on('job:start', count(1));
  events.on('job:complete', count(-1));
  return {
    async stalledMs(sql) {
      const idleMs = performance.now() - changedAt;
      if (running >= slots || idleMs < longestMs) return null;
      const waitedMs = await oldestEntryWaitMs(sql);
      return waitedMs === null || waitedMs < longestMs ? null : Math.min(waitedMs, idleMs);
    },
  };
}
