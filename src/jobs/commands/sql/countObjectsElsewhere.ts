import { statement } from '../../../database/statement.ts';

/** How many of the selected objects are not on a canvas. 0 if the canvas is not the owner's. */
export const countObjectsElsewhere = statement.count<{
  selection: string[];
  canvasId: string;
  ownerId: string;
}>(`
  SELECT FROM canvas, unnest(:selection::uuid[]) AS selected (id)
  WHERE canvas.id = :canvasId AND canvas.owner_id = :ownerId
    AND NOT EXISTS (SELECT 1 FROM canvas_object o WHERE o.id = selected.id AND o.canvas_id = canvas.id)`);
