import { statement } from '../../../src/database/statement.ts';
import { isDueVersion, type JoinLevel } from './dueVersion.ts';

/** Locks the canvas of the oldest version that is due, as every change of a canvas does. */
export const lockNextCanvas = statement.optionalRow<{ id: string }, JoinLevel>(`
  SELECT canvas.id FROM canvas_version version JOIN canvas ON canvas.id = version.canvas_id
  WHERE ${isDueVersion} AND version.compaction < 2
  ORDER BY version.created_at LIMIT 1 FOR NO KEY UPDATE OF canvas SKIP LOCKED`);
