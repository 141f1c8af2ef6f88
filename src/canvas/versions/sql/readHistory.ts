import type { CanvasVersion } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/**
 * The part of a version that decides what can be undone. `source`: for an undo or a restore, the version that it
 * refers to.
 */
export type HistoryVersion = Pick<CanvasVersion, 'number' | 'kind' | 'authorId'> & { source: number | null };

/** All versions of a canvas, oldest first. */
export const readHistory = statement.rows<HistoryVersion, { canvasId: string }>(`
  SELECT number, kind, source_number AS source, author_id FROM canvas_version
  WHERE canvas_id = :canvasId ORDER BY number`);
