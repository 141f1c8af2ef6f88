import { statement } from '../../../database/statement.ts';
import { type ObjectRow, objectColumns } from './objectRow.ts';

/** A canvas's objects in drawing order, each with the canvas's version; one row without an object if it is empty. */
export const readCanvasRows = statement.rows<
  { version: number } & (ObjectRow | { id: null }),
  { canvasId: string }
>(`
  SELECT canvas.version, ${objectColumns}
  FROM canvas LEFT JOIN canvas_object object ON object.canvas_id = canvas.id
  WHERE canvas.id = :canvasId ORDER BY object.z_index, object.id`);
