import type { Sql } from '../../database/statement.ts';
import { addCleanUpEntry } from './sql/addCleanUpEntry.ts';

/** Graphile Worker's name of the task that cleans up, and the key of its entry: there is one at most. */
export const cleanUpTask = 'clean_up';

/** Schedules the next hourly clean-up, unless one is scheduled already. */
export async function scheduleCleanUp(sql: Sql): Promise<void> {
  await addCleanUpEntry(sql, { task: cleanUpTask, mode: 'preserve_run_at', delayMs: null });
}

/**
 * Lets a worker clean up in `delayMs` milliseconds, instead of when it is scheduled. Workers schedule the next hourly
 * clean-up again. It removes nothing while another one is running.
 * @returns From when on a worker starts it.
 */
export async function requestCleanUp(sql: Sql, delayMs = 0): Promise<Date> {
  return (await addCleanUpEntry(sql, { task: cleanUpTask, mode: 'replace', delayMs })).runAt;
}
