import { statement } from '../../../src/database/statement.ts';

/** Records that versions have been through a level of joining. */
export const recordJoinLevel = statement.count<{ canvasId: string; numbers: number[]; level: number }>(`
  UPDATE canvas_version SET compaction = :level WHERE canvas_id = :canvasId AND number = ANY(:numbers::int[])`);
