import { statement } from '../../../database/statement.ts';

/** `state` differs after each change; undefined when there is no such canvas (any more). */
export const readCanvasState = statement.optionalRow<
  { version: number; state: string },
  { canvasId: string }
>(`
  SELECT version, concat_ws(' ', version, deleted_at, title) AS state FROM canvas WHERE id = :canvasId`);
