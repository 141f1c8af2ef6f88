import type { CanvasVersion } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** Deletes the versions from `first` to before `last`. */
export const deleteVersions = statement.rows<
  Pick<CanvasVersion, 'number' | 'previousNumber'>,
  { canvasId: string; first: number; last: number }
>(`
  DELETE FROM canvas_version WHERE canvas_id = :canvasId AND number >= :first AND number < :last
  RETURNING number, previous_number`);
