import { setTimeout as delay } from 'node:timers/promises';
import type { Task } from 'graphile-worker';
import { retryWhileUnavailable } from '../../src/database/outages/retryWhileUnavailable.ts';
import type { Sql } from '../../src/database/statement.ts';
import { requestCleanUp, scheduleCleanUp } from '../../src/jobs/queue/cleanUpEntry.ts';
import type { Logger } from '../../src/log.ts';
import type { WorkerContext } from '../attempt/state/workerContext.ts';
import { cleanUp } from './cleanUp.ts';
import type { CleanUpMetrics } from './cleanUpMetrics.ts';

/** Milliseconds that a clean-up may occupy a slot of its worker. */
const turnMs = 2_000;
/** Milliseconds until an unfinished clean-up continues. */
const pauseMs = 5_000;
/** Milliseconds between two checks that the next clean-up is scheduled. */
const checkMs = 600_000;

/**
 * Keeps a clean-up scheduled for 17 minutes past the hour, by the database's clock, while the worker takes jobs. A
 * clean-up that was due while no worker ran starts late. Graphile Worker's own cron is not used: it goes by the clock
 * of each process and stores the latest time, so one clock that was ahead would suspend all clean-ups until then.
 */
export async function keepCleanUpDue(sql: Sql, log: Logger, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await retryWhileUnavailable(stopping, () => scheduleCleanUp(sql));
    } catch (error) {
      if (!stopping.aborted) log.error({ err: error }, 'the next clean-up could not be scheduled');
    }
    await delay(checkMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/**
 * The clean-up as a task, hourly and on demand. An unfinished clean-up gives its slot to other jobs, and continues a little later.
 * @param stopping Aborted when the worker stops; ends the clean-up early.
 * @param longestMs Time limit of one execution, in milliseconds.
 */
export function createCleanUpTask(
  { pool, config, shutdownSignal, log }: Pick<WorkerContext, 'pool' | 'config' | 'shutdownSignal' | 'log'>,
  metrics: CleanUpMetrics,
  stopping: AbortSignal,
  longestMs = turnMs,
): Task {
  return async () => {
    try {
      const timeUp = AbortSignal.timeout(longestMs);
      const signal = AbortSignal.any([stopping, timeUp]);
      const removed = await retryWhileUnavailable(shutdownSignal, () => cleanUp(pool, config, signal));
      if (removed === null) return;
      log.info({ removed }, 'cleaned up');
      metrics.removed(removed);
      if (timeUp.aborted) await requestCleanUp(pool, pauseMs);
      else if (!stopping.aborted) metrics.completed();
    } catch (error) {
      log.error({ err: error }, 'cleaning up failed; the next attempt is within the hour');
    }
  };
}
