import { statement } from '../../../database/statement.ts';

export const trashCanvas = statement.count<{ canvasId: string }>(
  'UPDATE canvas SET deleted_at = now(), deleted_version = version WHERE id = :canvasId',
);
