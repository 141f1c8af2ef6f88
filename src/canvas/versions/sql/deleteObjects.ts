import { statement } from '../../../database/statement.ts';

export const deleteObjects = statement.count<{ canvasId: string; ids: string[] }>(
  'DELETE FROM canvas_object WHERE canvas_id = :canvasId AND id = ANY(:ids::uuid[])',
);
