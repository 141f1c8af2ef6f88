import type { Sql } from '../../database/statement.ts';
import { CanvasConflictError, NotFoundError } from '../../errors.ts';
import { lockCanvasRow } from './sql/lockCanvasRow.ts';

/** A canvas that nobody else can change until the transaction ends. */
export type LockedCanvas = { id: string; ownerId: string; title: string; version: number };

/**
 * Locks a canvas for a change by its owner.
 * @throws NotFoundError, CanvasConflictError (it is deleted)
 */
export async function lockOwnCanvas(tx: Sql, canvasId: string, ownerId: string): Promise<LockedCanvas> {
  const canvas = await lockCanvasRow(tx, { canvasId, ownerId });
  if (canvas === undefined) throw new NotFoundError('canvas');
  if (canvas.deletedAt !== null) {
    throw new CanvasConflictError(canvasId, 'This canvas is in the trash. Restore it first.');
  }
  return { id: canvasId, ownerId, title: canvas.title, version: canvas.version };
}

/** Locks a canvas for a change, and reads its version. */
export async function lockCanvas(tx: Sql, canvasId: string): Promise<{ version: number }> {
  const canvas = await lockCanvasRow(tx, { canvasId, ownerId: null });
  if (canvas === undefined) throw new Error(`canvas ${canvasId} does not exist`);
  return canvas;
}
