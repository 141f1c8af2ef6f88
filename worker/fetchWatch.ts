import type { WorkerEvents } from 'graphile-worker';
import type { Sql } from '../src/database/connection.ts';
import { maxEntryWaitMs, oldestEntryWaitMs } from '../src/jobs/queue/queueStall.ts';

/** Notices when this worker fetches nothing from the queue, although it has a free place and entries wait. */
export type FetchWatch = {
  /**
   * Milliseconds for which an entry has been waiting for this worker; null when all is well.
   * @throws Error when the database can't be reached.
   */
  stalledMs(sql: Sql): Promise<number | null>;
};

/**
 * @param events What Graphile Worker reports.
 * @param places Jobs that it runs at once.
 * @param longestMs Milliseconds that an entry may wait.
 */
export function watchFetching(
  events: Pick<WorkerEvents, 'on'>,
  places: number,
  longestMs = maxEntryWaitMs,
): FetchWatch {
  let taken = 0;
  // A place that becomes free is a new beginning: what waits has waited for that.
  let changedAt = performance.now();
  const count = (change: number) => () => {
    taken += change;
    changedAt = performance.now();
  };
  events.on('job:start', count(1));
  events.on('job:complete', count(-1));
  return {
    async stalledMs(sql) {
      const idleMs = performance.now() - changedAt;
      if (taken >= places || idleMs < longestMs) return null;
      const waitedMs = await oldestEntryWaitMs(sql);
      return waitedMs === null || waitedMs < longestMs ? null : Math.min(waitedMs, idleMs);
    },
  };
}
