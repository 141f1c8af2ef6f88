import { statement } from '../../../database/statement.ts';

/** Locks a canvas against changes and new jobs. */
export const lockCanvasForDeletion = statement.optionalRow<
  { deletedAt: Date | null },
  { canvasId: string; ownerId: string }
>('SELECT deleted_at FROM canvas WHERE id = :canvasId AND owner_id = :ownerId FOR UPDATE');
