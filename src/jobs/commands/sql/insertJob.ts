import { type CanvasJob, Prisma } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';
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

/** The columns of a `CanvasJob`: not all that a newer version may have added, which statements prepared before refuse. */
const columns = Object.values(Prisma.CanvasJobScalarFieldEnum)
  .map((field) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  .join(', ');

/** Inserts a job with its first events. `events`: a JSON array. */
export const insertJob = statement.row<CanvasJob, NewJob & { events: string }>(`
  WITH job AS (
    INSERT INTO canvas_job (id, owner_id, canvas_id, type, priority, instruction, kind, source, file_name,
                            selection, use_cache, idempotency_key, input_hash, max_attempts, cache_key, trace_parent,
                            warnings, last_seq)
    VALUES (:id, :ownerId, :canvasId, :type, :priority, :instruction, :kind, :source, :fileName,
            :selection, :useCache, :idempotencyKey, :inputHash, :maxAttempts, :cacheKey, :traceParent,
            '{}', jsonb_array_length(:events::jsonb))
    RETURNING ${columns}
  ), appended AS (${insertEventsOfJob})
  SELECT ${columns} FROM job`);
