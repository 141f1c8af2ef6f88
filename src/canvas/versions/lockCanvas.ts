import { onlyRow, type Sql } from '../../database/connection.ts';
import { CanvasConflictError, NotFoundError } from '../../errors.ts';

/** A canvas that nobody else can change until the transaction ends. */
export type LockedCanvas = { id: string; ownerId: string; title: string; version: number };

/**
 * Locks a canvas for a change by its owner.
 * @throws NotFoundError, CanvasConflictError (it is deleted)
 */
export async function lockOwnCanvas(tx: Sql, canvasId: string, ownerId: string): Promise<LockedCanvas> {
  const { rows } = await tx.query<{ title: string; version: number; deleted_at: Date | null }>(
    'SELECT title, version, deleted_at FROM canvas WHERE id = $1 AND owner_id = $2 FOR NO KEY UPDATE',
    [canvasId, ownerId],
  );
  const [canvas] = rows;
  if (canvas === undefined) throw new NotFoundError('canvas');
  if (canvas.deleted_at !== null) {
    throw new CanvasConflictError(canvasId, 'This canvas is in the trash. Restore it first.');
  }
  return { id: canvasId, ownerId, title: canvas.title, version: canvas.version };
}

/** Locks a canvas for a change, and reads its version. */
export async function lockCanvas(tx: Sql, canvasId: string): Promise<{ version: number }> {
  const { rows } = await tx.query<{ version: number }>(
    'SELECT version FROM canvas WHERE id = $1 FOR NO KEY UPDATE',
    [canvasId],
  );
  return onlyRow(rows);
}
