import type pg from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { InputValidationError } from '../../errors.ts';
import { emptyChangeSet } from '../model/changes/changeSet.ts';
import { maxObjectsPerEdit } from '../model/limits.ts';
import type { CanvasObject } from '../model/object.ts';
import { type Committed, commitVersion } from '../versions/commitVersion.ts';
import { lockOwnCanvas } from '../versions/lockCanvas.ts';
import { readObjects } from '../versions/objectRows.ts';
import { tooManyObjects } from './edit.ts';

export type LockRequest = { canvasId: string; ownerId: string; objectIds: string[]; locked: boolean };

/**
 * Locks objects against jobs and edits, or unlocks them, as one new version.
 * @throws InputValidationError (an object is not on the canvas), NotFoundError, CanvasConflictError
 */
export async function lockObjects(pool: pg.Pool, request: LockRequest): Promise<Committed> {
  const { canvasId, ownerId, objectIds, locked } = request;
  if (objectIds.length > maxObjectsPerEdit) {
    throw new InputValidationError([{ path: ['objectIds'], message: tooManyObjects, code: 'TOO_MANY' }]);
  }
  return inTransaction(pool, async (tx) => {
    await lockOwnCanvas(tx, canvasId, ownerId);
    const objects = new Map((await readObjects(tx, canvasId)).map(({ object }) => [object.id, object]));
    const problems = objectIds.flatMap((id, index) =>
      objects.has(id)
        ? []
        : [
            {
              path: ['objectIds', String(index)],
              message: 'This object is not on the canvas.',
              code: 'NOT_FOUND' as const,
            },
          ],
    );
    if (problems.length > 0) throw new InputValidationError(problems);
    const updated = [...new Set(objectIds)].flatMap((id) => {
      const before = objects.get(id);
      return before === undefined ? [] : [{ before, after: withLock(before, locked) }];
    });
    return commitVersion(tx, {
      canvasId,
      author: { kind: 'EDIT', userId: ownerId },
      changes: { ...emptyChangeSet, updated },
    });
  });
}

function withLock({ locked: _, ...object }: CanvasObject, locked: boolean): CanvasObject {
  return locked ? { ...object, locked } : object;
}
