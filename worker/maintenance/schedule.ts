import { parseCronItems, type Task } from 'graphile-worker';
import { patiently } from '../../src/database/patiently.ts';
import type { Engine } from '../generation/engine.ts';
import { cleanUp } from './cleanUp.ts';

/** Graphile Worker's name of the task that cleans up. */
export const cleanUpTask = 'clean_up';

/** Milliseconds that a clean-up keeps a slot of its worker from other jobs. */
const turnMs = 2_000;
/** Milliseconds after which one that has not finished in its turn goes on. */
const pauseMs = 5_000;
const hourMs = 3_600_000;

/** One is enough when several are due; and what fails is due again within the hour. */
const spec = { jobKey: cleanUpTask, maxAttempts: 1 };

/** What workers do by the clock: each time it is one of them that does it. */
export const cronItems = parseCronItems([
  {
    task: cleanUpTask,
    // Not on the hour, when everybody else's timers fire.
    match: '17 * * * *',
    options: {
      // A machine that is on for half an hour a day is cleaned, too.
      backfillPeriod: hourMs,
      ...spec,
    },
  },
]);

/**
 * The clean-up as a task. It takes turns with other jobs: one that is not done in time goes on a little later.
 * @param stopping Aborted when the worker stops: ends it early.
 * @param longestMs Length of a turn, in milliseconds.
 */
export function createCleanUpTask(
  { pool, config, giveUp, log }: Pick<Engine, 'pool' | 'config' | 'giveUp' | 'log'>,
  stopping: AbortSignal,
  longestMs = turnMs,
): Task {
  return async (_payload, { addJob }) => {
    try {
      const timeUp = AbortSignal.timeout(longestMs);
      const signal = AbortSignal.any([stopping, timeUp]);
      const removed = await patiently(giveUp, () => cleanUp(pool, config, signal));
      if (removed === null) return;
      log.info({ removed }, 'cleaned up');
      if (timeUp.aborted) await addJob(cleanUpTask, {}, { ...spec, runAt: new Date(Date.now() + pauseMs) });
    } catch (error) {
      log.error({ err: error }, 'cleaning up failed; it is tried again within the hour');
    }
  };
}
