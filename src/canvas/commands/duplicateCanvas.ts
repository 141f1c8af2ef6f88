import type pg from 'pg';
import { v7 as timeOrderedUuid, v4 as uuid } from 'uuid';
import { inTransaction } from '../../database/transaction.ts';
import { emptyChangeSet } from '../model/changes/changeSet.ts';
import { replaceIds } from '../model/changes/replaceIds.ts';
import { firstCharacters } from '../model/cutText.ts';
import { maxTitleLength } from '../model/limits.ts';
import { commitVersion } from '../versions/commitVersion.ts';
import { lockOwnCanvas } from '../versions/lockCanvas.ts';
import { readObjects } from '../versions/objectRows.ts';
import { checkTitle } from './renameCanvas.ts';
import { insertNamedCanvas } from './sql/insertNamedCanvas.ts';

/**
 * Copies the newest version of a canvas; the copy has its own history.
 * @param request.title Null: the title of the original, marked as a copy.
 * @returns Id of the copy.
 * @throws InputValidationError, NotFoundError, CanvasConflictError
 */
export async function duplicateCanvas(
  pool: pg.Pool,
  request: { canvasId: string; ownerId: string; title: string | null },
): Promise<string> {
  const title = request.title === null ? null : checkTitle(request.title);
  return inTransaction(pool, async (tx) => {
    const original = await lockOwnCanvas(tx, request.canvasId, request.ownerId);
    const copyId = timeOrderedUuid();
    await insertNamedCanvas(tx, {
      id: copyId,
      ownerId: original.ownerId,
      title: title ?? copyTitle(original.title),
      // Without a given title, the first job on a copy of an empty canvas still sets one.
      isNamed: title !== null,
      idempotencyKey: null,
      inputHash: null,
    });
    const objects = (await readObjects(tx, original.id)).map(({ object }) => object);
    await commitVersion(tx, {
      canvasId: copyId,
      author: { kind: 'COPY', userId: original.ownerId },
      changes: { ...emptyChangeSet, added: replaceIds(objects, uuid) },
    });
    return copyId;
  });
}

function copyTitle(title: string): string {
  const suffix = ' (copy)';
  return firstCharacters(title, maxTitleLength - suffix.length).trimEnd() + suffix;
}
