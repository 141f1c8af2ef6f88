import { statement } from '../../../src/database/statement.ts';
import { isDueVersion, type JoinLevel } from './dueVersion.ts';

/** Numbers of up to `limit` versions of a canvas that are due, oldest first. */
export const findDueVersions = statement.values<number, JoinLevel & { canvasId: string; limit: number }>(`
  SELECT version.number FROM canvas_version version
  WHERE version.canvas_id = :canvasId AND ${isDueVersion} ORDER BY version.number LIMIT :limit`);
