import type { Sql } from '../../database/connection.ts';
import { CanvasConflictError, NotFoundError } from '../../errors.ts';

/** A canvas that its owner is about to change; nobody else can change it until the transaction ends. */
export type OwnCanvas = { id: string; ownerId: string; title: string; version: number };

/**
 * Locks a canvas for a change by its owner.
 * @throws NotFoundError, CanvasConflictError (it is deleted)
 */
export async function lockOwnCanvas(tx: Sql, canvasId: string, ownerId: string): Promise<OwnCanvas> {
  const { rows } = await tx.query<{ title: string; version: number; deleted_at: Date | null }>(
    'SELECT title, version, deleted_at FROM canvas WHERE id = $1 AND owner_id = $2 FOR NO KEY UPDATE',
    [canvasId, ownerId],
  );
  const [canvas] = rows;
  if (canvas === undefined) throw new NotFoundError('canvas');
  if (canvas.deleted_at !== null) {
    throw new CanvasConflictError(
      canvasId,
      'This canvas has been deleted. Restore it first (restoreCanvas).',
    );
  }
  return { id: canvasId, ownerId, title: canvas.title, version: canvas.version };
}
