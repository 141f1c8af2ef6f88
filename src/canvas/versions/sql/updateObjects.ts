import { statement } from '../../../database/statement.ts';
import { objectRecords } from './objectRow.ts';

/** References are checked at commit, so the order of the rows is free. */
export const updateObjects = statement.count<{ canvasId: string; objects: string }>(`
  UPDATE canvas_object
  SET z_index = record."zIndex", parent_id = record."parentId", from_id = record."fromId", to_id = record."toId",
      data = record.data
  FROM ${objectRecords}
  WHERE canvas_object.id = record.id AND canvas_object.canvas_id = :canvasId`);
