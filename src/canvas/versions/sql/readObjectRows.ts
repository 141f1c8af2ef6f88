import { statement } from '../../../database/statement.ts';
import { type ObjectRow, objectColumns } from './objectRow.ts';

/** The objects of a canvas in drawing order. */
export const readObjectRows = statement.rows<ObjectRow, { canvasId: string }>(`
  SELECT ${objectColumns} FROM canvas_object object WHERE canvas_id = :canvasId ORDER BY z_index, id`);
