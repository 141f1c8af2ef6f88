import { parseCronItems, type Task } from 'graphile-worker';
import { patiently } from '../../src/database/patiently.ts';
import type { Engine } from '../generation/engine.ts';
import { cleanUp } from './cleanUp.ts';

/** Graphile Worker's name of the task that cleans up. */
export const cleanUpTask = 'clean_up';

/** Milliseconds that a clean-up takes at most from its worker's other jobs. */
const longestMs = 10_000;
const hourMs = 3_600_000;

/** What workers do by the clock: each time it is one of them that does it. */
export const cronItems = parseCronItems([
  {
    task: cleanUpTask,
    // Not on the hour, when everybody else's timers fire.
    match: '17 * * * *',
    options: {
      // A machine that is on for half an hour a day is cleaned, too.
      backfillPeriod: hourMs,
      // One is enough when several are due; and what fails is due again within the hour.
      jobKey: cleanUpTask,
      maxAttempts: 1,
    },
  },
]);

/** The clean-up as a task; it ends early when `stopping` is aborted. */
export function createCleanUpTask({ pool, config, giveUp, log }: Engine, stopping: AbortSignal): Task {
  return async () => {
    try {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(longestMs)]);
      const removed = await patiently(giveUp, () => cleanUp(pool, config, signal));
      if (removed !== null) log.info({ removed }, 'cleaned up');
    } catch (error) {
      log.error({ err: error }, 'cleaning up failed; it is tried again within the hour');
    }
  };
}
