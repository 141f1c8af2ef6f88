import { statement } from '../../../database/statement.ts';

/** Whether the owner has such a canvas, in the trash or not. */
export const untrashCanvas = statement.any<{ canvasId: string; ownerId: string }>(
  'UPDATE canvas SET deleted_at = NULL, deleted_version = NULL WHERE id = :canvasId AND owner_id = :ownerId',
);
