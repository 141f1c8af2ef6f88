import type pg from 'pg';
import { inTransaction } from '../../src/database/transaction.ts';
import { deleteOldJobs, type OldJobs } from './sql/deleteOldJobs.ts';
import { deleteUnusedCanvases } from './sql/deleteUnusedCanvases.ts';
import { lockUndrawnCanvases } from './sql/lockUndrawnCanvases.ts';

/**
 * Jobs that are removed at a time, with dozens of other rows each. A batch locks the canvases of its jobs for 0.1 s.
 */
export const jobBatchSize = 50;

/**
 * Removes up to `size` old jobs with their attempts and events. Their objects stay. A canvas that never got an object
 * is removed with its last job.
 */
export async function removeJobs(
  pool: pg.Pool,
  old: OldJobs,
  size: number,
): Promise<{ jobs: number; canvases: number }> {
  return inTransaction(pool, async (tx) => {
    const canvasIdOfEach = await deleteOldJobs(tx, { ...old, limit: size });
    const canvasIds = await lockUndrawnCanvases(tx, { canvasIds: [...new Set(canvasIdOfEach)] });
    // A statement of its own: only after the lock is it certain that no job is being created on the canvas.
    return { jobs: canvasIdOfEach.length, canvases: await deleteUnusedCanvases(tx, { canvasIds }) };
  });
}
