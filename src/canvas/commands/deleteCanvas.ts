import type pg from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { NotFoundError } from '../../errors.ts';
import { notifyCanvasChange } from '../../events/listener/notifyChanges.ts';
import { cancelJobInTransaction } from '../../jobs/commands/cancelJob.ts';
import { discardPartialResults } from './sql/discardPartialResults.ts';
import { findUnfinishedJobs, lockUnfinishedJobs } from './sql/findUnfinishedJobs.ts';
import { lockCanvasForDeletion } from './sql/lockCanvasForDeletion.ts';
import { trashCanvas } from './sql/trashCanvas.ts';
import { untrashCanvas } from './sql/untrashCanvas.ts';

/**
 * Moves a canvas to the trash and cancels its unfinished jobs. Idempotent.
 * @throws NotFoundError
 */
export async function deleteCanvas(
  pool: pg.Pool,
  request: { canvasId: string; ownerId: string },
): Promise<void> {
  while (!(await inTransaction(pool, (tx) => tryDelete(tx, request)))) {
    // A job was created in between: the next try locks it before the canvas.
  }
}

/**
 * Locks jobs before their canvas, as every end of a job does, to avoid deadlocks.
 * @returns False, with nothing changed, if a job was created in between.
 */
async function tryDelete(
  tx: pg.PoolClient,
  { canvasId, ownerId }: { canvasId: string; ownerId: string },
): Promise<boolean> {
  const locked = await lockUnfinishedJobs(tx, { canvasId, ownerId });
  const canvas = await lockCanvasForDeletion(tx, { canvasId, ownerId });
  if (canvas === undefined) throw new NotFoundError('canvas');
  if (canvas.deletedAt !== null) return true;
  const present = await findUnfinishedJobs(tx, { canvasId, ownerId });
  if (present.some((id) => !locked.includes(id))) return false;
  // Wakes nobody: that would lock the entries of several jobs, in any order. Recovery adds what is missing.
  const cancel = { ownerId: null, keepPartial: false, perUser: null };
  for (const jobId of present) await cancelJobInTransaction(tx, { ...cancel, jobId });
  await discardPartialResults(tx, { jobIds: present });
  await trashCanvas(tx, { canvasId });
  notifyCanvasChange(tx, canvasId);
  return true;
}

/**
 * Restores a canvas from the trash. Idempotent.
 * @throws NotFoundError (also when it has been removed for good)
 */
export async function restoreCanvas(
  pool: pg.Pool,
  { canvasId, ownerId }: { canvasId: string; ownerId: string },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    if (!(await untrashCanvas(tx, { canvasId, ownerId }))) throw new NotFoundError('canvas');
    notifyCanvasChange(tx, canvasId);
  });
}
