import type { CanvasJob } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';
import { type JobChange, jobChangeColumns } from '../../../events/listener/sql/jobChange.ts';
import { insertEventsOfJob } from '../../../events/log/sql/insertEventsOfJob.ts';

export type NewJob = Pick<
  CanvasJob,
  | 'id'
  | 'ownerId'
  | 'canvasId'
  | 'type'
  | 'priority'
  | 'instruction'
  | 'kind'
  | 'source'
  | 'fileName'
  | 'selection'
  | 'useCache'
  | 'idempotencyKey'
  | 'inputHash'
  | 'maxAttempts'
  | 'cacheKey'
  | 'traceParent'
>;

/** Inserts a job with its first events. `events`: a JSON array. */
export const insertJob = statement.row<JobChange, NewJob & { events: string }>(`
  WITH job AS (
    INSERT INTO canvas_job (id, owner_id, canvas_id, type, priority, instruction, kind, source, file_name,
                            selection, use_cache, idempotency_key, input_hash, max_attempts, cache_key, trace_parent, last_seq)
    VALUES (:id, :ownerId, :canvasId, :type, :priority, :instruction, :kind, :source, :fileName,
            :selection, :useCache, :idempotencyKey, :inputHash, :maxAttempts, :cacheKey, :traceParent,
            jsonb_array_length(:events::jsonb))
    RETURNING id, owner_id, canvas_id, attempt, last_seq
  ), appended AS (${insertEventsOfJob})
  SELECT ${jobChangeColumns} FROM job`);
