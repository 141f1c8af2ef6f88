import type pg from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { CanvasConflictError, NotFoundError } from '../../errors.ts';
import { diffObjects } from '../model/changes/changeSet.ts';
import { type Committed, commitVersion } from './commitVersion.ts';
import { missingVersionError } from './joinVersions.ts';
import { lockOwnCanvas } from './lockCanvas.ts';
import { readObjects } from './objectRows.ts';
import { findHoldingVersion } from './sql/findHoldingVersion.ts';
import { readObjectsAt } from './versions.ts';

/**
 * Restores the exact state of an earlier version, as a new version. 0 is the empty canvas.
 * @throws NotFoundError, CanvasConflictError (the canvas is in that state already)
 */
export async function restoreVersion(
  pool: pg.Pool,
  request: { canvasId: string; number: number; ownerId: string },
): Promise<Committed> {
  const { canvasId, number, ownerId } = request;
  return inTransaction(pool, async (tx) => {
    const canvas = await lockOwnCanvas(tx, canvasId, ownerId);
    if (number < 0 || number > canvas.version) throw new NotFoundError('version');
    const holder = await findHoldingVersion(tx, { canvasId, number });
    if (number > 0 && holder?.number !== number) throw await missingVersionError(tx, canvasId, number);
    const target = await readObjectsAt(tx, canvasId, number);
    const current = await readObjects(tx, canvasId);
    const changes = diffObjects(
      current.map(({ object }) => object),
      target.map(({ object }) => object),
    );
    const committed = await commitVersion(tx, {
      canvasId,
      author: { kind: 'RESTORE', userId: ownerId, sourceNumber: number },
      changes,
      rules: 'exact',
      creators: Object.fromEntries(
        target.flatMap(({ object, createdByJobId }) =>
          createdByJobId === null ? [] : [[object.id, createdByJobId]],
        ),
      ),
    });
    if (committed.number === null) {
      throw new CanvasConflictError(canvasId, `The canvas is already in the state of version ${number}.`);
    }
    return committed;
  });
}
