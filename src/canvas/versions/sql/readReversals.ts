import type { CanvasVersion } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** An undo or a restore, with the version that it refers to. */
export type Reversal = Pick<CanvasVersion, 'number' | 'kind'> & { source: number | null };

/** The undos and restores after a version, newest first. */
export const readReversals = statement.rows<Reversal, { canvasId: string; above: number }>(`
  SELECT number, kind, source_number AS source FROM canvas_version
  WHERE canvas_id = :canvasId AND number > :above AND kind IN ('UNDO', 'RESTORE') ORDER BY number DESC`);
