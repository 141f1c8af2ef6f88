import { setTimeout as delay } from 'node:timers/promises';
import type { Task } from 'graphile-worker';
import type { Sql } from '../../src/database/connection.ts';
import { retryWhileUnavailable } from '../../src/database/retryWhileUnavailable.ts';
import type { Logger } from '../../src/log.ts';
import type { WorkerContext } from '../attempt/workerContext.ts';
import { cleanUp } from './cleanUp.ts';

/** Graphile Worker's name of the task that cleans up. */
export const cleanUpTask = 'clean_up';

/** Milliseconds that a clean-up keeps a slot of its worker from other jobs. */
const turnMs = 2_000;
/** Milliseconds after which one that has not finished in its turn goes on. */
const pauseMs = 5_000;
/** Milliseconds between two looks whether the next clean-up is due at some time. */
const lookMs = 600_000;

/** Not on the hour, when everybody else's timers fire. */
const nextTime = "date_trunc('hour', now() - interval '17 minutes') + interval '77 minutes'";

/** One is enough when several are due; and what fails is due again within the hour. */
const addCleanUp = (runAt: string, mode: 'replace' | 'preserve_run_at') => `
  SELECT graphile_worker.add_job('${cleanUpTask}', job_key := '${cleanUpTask}', job_key_mode := '${mode}',
                                 max_attempts := 1, run_at := ${runAt})`;

/**
 * Sees to it, for as long as the worker takes jobs, that a clean-up is due at 17 minutes past the hour. The time is the
 * database's. Graphile Worker's own timetable goes by the clock of each process, and keeps the latest of all: one that
 * was far ahead once would have been the last to clean up for as long. A time that has passed while no worker ran is
 * made up for.
 */
export async function keepCleanUpDue(sql: Sql, log: Logger, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await retryWhileUnavailable(stopping, () => sql.query(addCleanUp(nextTime, 'preserve_run_at')));
    } catch (error) {
      if (!stopping.aborted) log.error({ err: error }, 'the next clean-up could not be scheduled');
    }
    await delay(lookMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/**
 * The clean-up as a task. It takes turns with other jobs: one that is not done in time goes on a little later.
 * @param stopping Aborted when the worker stops: ends it early.
 * @param longestMs Length of a turn, in milliseconds.
 */
export function createCleanUpTask(
  { pool, config, shutdownSignal, log }: Pick<WorkerContext, 'pool' | 'config' | 'shutdownSignal' | 'log'>,
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
      if (timeUp.aborted) {
        await pool.query(addCleanUp(`now() + interval '${pauseMs} milliseconds'`, 'replace'));
      }
    } catch (error) {
      log.error({ err: error }, 'cleaning up failed; it is tried again within the hour');
    }
  };
}
