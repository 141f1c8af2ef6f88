import type { CanvasVersion } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

type Joined = Pick<
  CanvasVersion,
  'canvasId' | 'number' | 'previousNumber' | 'addedCount' | 'updatedCount' | 'deletedCount'
> & { changes: string };

/** Replaces the changes of a version, and the version that it follows. `changes`: JSON. */
export const updateJoinedVersion = statement.count<Joined>(`
  UPDATE canvas_version
  SET previous_number = :previousNumber, diff = :changes, added_count = :addedCount, updated_count = :updatedCount,
      deleted_count = :deletedCount, joined_at = now()
  WHERE canvas_id = :canvasId AND number = :number`);
