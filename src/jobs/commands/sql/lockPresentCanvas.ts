import { statement } from '../../../database/statement.ts';

/** Gives false when the canvas is in the trash; otherwise it can't be deleted until the transaction ends. */
export const lockPresentCanvas = statement.any<{ canvasId: string }>(
  'SELECT 1 FROM canvas WHERE id = :canvasId AND deleted_at IS NULL FOR KEY SHARE',
);
