import type { Sql } from '../../database/statement.ts';
import { addEntriesOfDuplicates } from './sql/addEntriesOfDuplicates.ts';
import { addEntryOfOwner } from './sql/addEntryOfOwner.ts';
import { addMissingEntries } from './sql/addMissingEntries.ts';
import { addQueueEntry } from './sql/addQueueEntry.ts';
import type { OrderParameters } from './sql/queueOrder.ts';
import { removeQueueEntry } from './sql/removeQueueEntry.ts';

/**
 * A queue entry is a job of Graphile Worker: permission to start one job. Which one is decided when it starts, by the
 * order of `canvas_job` at that time. That keeps priority changes, turns among users and positions exact, and makes a
 * superfluous entry harmless. The job's id in the payload only tells what the entry was added for.
 */

/** Graphile Worker's name of the task that starts the next job of the queue. */
export const runNextJobTask = 'run_next_canvas_job';

/** Keys are `<prefix><job id>`, so that there is at most one entry for a job. */
const keyPrefix = 'canvas_job:';

/** The key of a job's entry. */
export function entryKeyOf(jobId: string): string {
  return keyPrefix + jobId;
}

/** Adds an entry for a waiting job, in the caller's transaction. A worker takes it now or at `runAt`. */
export async function enqueue(sql: Sql, jobId: string, runAt?: Date): Promise<void> {
  await addQueueEntry(sql, { task: runNextJobTask, jobId, key: entryKeyOf(jobId), runAt: runAt ?? null });
}

/** Removes a job's entry, unless a worker has taken it. @param perUser See `wakeNextOfOwner`. */
export async function dequeue(sql: Sql, jobId: string, perUser: number | null): Promise<void> {
  await removeQueueEntry(sql, { key: entryKeyOf(jobId) });
  await wakeNextOfOwner(sql, jobId, perUser);
}

/**
 * With a limit of jobs that one user runs at once, wakes one waiting job of the job's owner, since the entries of those
 * that had to wait are used up. Called in each transaction after which another one may start: an attempt has ended, or
 * a waiting job, whose entry may have been the only one, is finished. One entry too many is harmless.
 */
export async function wakeNextOfOwner(sql: Sql, jobId: string, perUser: number | null): Promise<void> {
  if (perUser !== null) await addEntryOfOwner(sql, { task: runNextJobTask, keyPrefix, jobId });
}

/**
 * Adds the missing entries of waiting jobs: entries are used up during a pause and while a leader runs, and one that a
 * worker had taken when it was killed stays locked. Duplicates whose leader is unfinished need none, nor do jobs that
 * wait for other jobs of their owner.
 * @param olderThanMs Only jobs that have been waiting for that many milliseconds.
 * @returns How many were missing.
 */
export function restoreQueueEntries(sql: Sql, olderThanMs: number, order: OrderParameters): Promise<number> {
  return addMissingEntries(sql, { ...order, task: runNextJobTask, keyPrefix, olderThanMs });
}

/** Wakes the waiting duplicates of a leader that has completed: they complete from the cache or start themselves. */
export async function wakeDuplicates(sql: Sql, leaderId: string): Promise<void> {
  await addEntriesOfDuplicates(sql, { task: runNextJobTask, keyPrefix, leaderId, limit: null });
}

/** Wakes one waiting duplicate of a leader that has ended without a result: the first to start is the next leader. */
export async function wakeSuccessor(sql: Sql, leaderId: string): Promise<void> {
  await addEntriesOfDuplicates(sql, { task: runNextJobTask, keyPrefix, leaderId, limit: 1 });
}
