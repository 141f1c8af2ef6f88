import { statement } from '../../../database/statement.ts';
import { objectRecords } from './objectRow.ts';

/**
 * `jobId`: the job that creates the objects; null: the jobs in `creators`, a JSON object by the ids of objects. A job
 * that has been removed is left out.
 */
export const insertObjects = statement.count<{
  canvasId: string;
  objects: string;
  jobId: string | null;
  creators: string;
}>(`
  INSERT INTO canvas_object (id, canvas_id, kind, z_index, parent_id, from_id, to_id, data, created_by_job_id)
  SELECT record.id, :canvasId, record.kind, record."zIndex", record."parentId", record."fromId", record."toId",
         record.data, job.id
  FROM ${objectRecords}
  LEFT JOIN canvas_job job ON job.id = COALESCE(:jobId, (:creators::jsonb ->> record.id::text)::uuid)`);
