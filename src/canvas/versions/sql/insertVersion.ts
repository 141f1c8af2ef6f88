import type { CanvasVersion } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

type NewRow = Pick<
  CanvasVersion,
  | 'canvasId'
  | 'number'
  | 'kind'
  | 'jobId'
  | 'authorId'
  | 'sourceNumber'
  | 'addedCount'
  | 'updatedCount'
  | 'deletedCount'
  | 'objectCount'
> & { changes: string };

/** `changes`: JSON. Without an author, the owner of the job is the author. */
export const insertVersion = statement.count<NewRow>(`
  INSERT INTO canvas_version (canvas_id, number, previous_number, kind, job_id, author_id, source_number, diff,
                              added_count, updated_count, deleted_count, object_count)
  VALUES (:canvasId, :number, NULLIF(:number - 1, 0), :kind, :jobId,
          COALESCE(:authorId, (SELECT owner_id FROM canvas_job WHERE id = :jobId)), :sourceNumber, :changes,
          :addedCount, :updatedCount, :deletedCount, :objectCount)`);
