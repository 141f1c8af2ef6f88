import { statement } from '../../../database/statement.ts';

/** The change set of a version, as it is stored. */
export const readChanges = statement.optionalRow<{ changes: unknown }, { canvasId: string; number: number }>(
  'SELECT diff AS changes FROM canvas_version WHERE canvas_id = :canvasId AND number = :number',
);
