import type pg from 'pg';
import { v7 as timeOrderedUuid, v4 as uuid } from 'uuid';
import { inTransaction } from '../../database/connection.ts';
import { emptyChangeSet } from '../model/changeSet.ts';
import { firstCharacters } from '../model/cutText.ts';
import { maxTitleLength } from '../model/limits.ts';
import { replaceIds } from '../model/replaceIds.ts';
import { commitVersion } from '../versions/commitVersion.ts';
import { lockOwnCanvas } from '../versions/lockCanvas.ts';
import { readObjects } from '../versions/objectRows.ts';
import { checkTitle } from './renameCanvas.ts';

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
    await tx.query(
      'INSERT INTO canvas (id, owner_id, title, renamed_at) VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END)',
      // Without a given title, the first job on a copy of an empty canvas still sets one.
      [copyId, original.ownerId, title ?? copyTitle(original.title), title !== null],
    );
    const objects = (await readObjects(tx, original.id)).map(({ object }) => object);
    await commitVersion(tx, {
      canvasId: copyId,
      author: { kind: 'COPY', userId: original.ownerId },
      changes: { ...emptyChangeSet, added: replaceIds(objects, () => uuid()) },
    });
    return copyId;
  });
}

function copyTitle(title: string): string {
  const suffix = ' (copy)';
  return firstCharacters(title, maxTitleLength - suffix.length).trimEnd() + suffix;
}
