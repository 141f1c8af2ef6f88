import type pg from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { CanvasConflictError, NotFoundError } from '../../errors.ts';
import { revertChanges } from '../model/changes/revertChanges.ts';
import { type Committed, commitVersion } from './commitVersion.ts';
import { missingVersionError } from './joinVersions.ts';
import { lockOwnCanvas } from './lockCanvas.ts';
import { readObjects } from './objectRows.ts';
import { findVersionOfJob } from './sql/findVersionOfJob.ts';
import { readChangeSet, undoneBy } from './versions.ts';

/**
 * Reverts one version's change set, as a new version. What has been changed since is kept. Reverting an undo redoes
 * the change.
 * @throws NotFoundError, CanvasConflictError (it is undone already, or nothing of it can be reverted)
 */
export async function undoVersion(
  pool: pg.Pool,
  request: { canvasId: string; number: number; ownerId: string },
): Promise<Committed> {
  const { canvasId, number, ownerId } = request;
  return inTransaction(pool, async (tx) => {
    await lockOwnCanvas(tx, canvasId, ownerId);
    const undone = await readChangeSet(tx, canvasId, number);
    if (undone === null) throw await missingVersionError(tx, canvasId, number);
    const already = await undoneBy(tx, canvasId, number);
    if (already !== null) {
      throw new CanvasConflictError(
        canvasId,
        `Version ${number} is already undone, by version ${already}. To redo it, undo version ${already}.`,
      );
    }
    const current = (await readObjects(tx, canvasId)).map(({ object }) => object);
    const { changes, conflicts } = revertChanges(current, undone);
    const committed = await commitVersion(tx, {
      canvasId,
      author: { kind: 'UNDO', userId: ownerId, sourceNumber: number },
      changes,
      rules: 'exact',
      creators: undone.creators,
    });
    if (committed.number === null) {
      throw new CanvasConflictError(
        canvasId,
        `Version ${number} can’t be undone: everything that it changed has been changed since.`,
      );
    }
    return { ...committed, conflicts };
  });
}

/**
 * Reverts the version of a job.
 * @throws NotFoundError (no such job, or it has changed nothing), CanvasConflictError
 */
export async function undoJob(
  pool: pg.Pool,
  { jobId, ownerId }: { jobId: string; ownerId: string },
): Promise<Committed & { canvasId: string }> {
  const job = await findVersionOfJob(pool, { jobId, ownerId });
  if (job === undefined) throw new NotFoundError('job');
  const { canvasId, number } = job;
  if (number === null) {
    throw new CanvasConflictError(
      canvasId,
      'This job has not changed its canvas, so there is nothing to undo.',
    );
  }
  return { ...(await undoVersion(pool, { canvasId, number, ownerId })), canvasId };
}
