import { statement } from '../../../database/statement.ts';

/** Those of the ids that objects on other canvases have. */
export const findTakenIds = statement.values<string, { canvasId: string; ids: (string | null)[] }>(
  'SELECT id FROM canvas_object WHERE id = ANY(:ids::uuid[]) AND canvas_id <> :canvasId',
);
