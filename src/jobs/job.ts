import type { CanvasJob } from '../database/generated/prisma/client.ts';

/** A job as its lifecycle needs it. */
export type Job = Pick<
  CanvasJob,
  | 'id'
  | 'ownerId'
  | 'canvasId'
  | 'type'
  | 'status'
  | 'phase'
  | 'priority'
  | 'instruction'
  | 'kind'
  | 'source'
  | 'fileName'
  | 'selection'
  | 'useCache'
  | 'attempt'
  | 'maxAttempts'
  | 'lastSeq'
  | 'keepPartial'
  | 'cacheKey'
  | 'planner'
  | 'createdAt'
  | 'startedAt'
  | 'traceParent'
>;

/** The columns of a `Job`, of a table that is named or aliased `job`. */
export const jobColumns = `job.id, job.owner_id, job.canvas_id, job.type, job.status, job.phase, job.priority,
  job.instruction, job.kind, job.source, job.file_name, job.selection, job.use_cache, job.attempt, job.max_attempts,
  job.last_seq, job.keep_partial, job.cache_key, job.planner, job.created_at,
  job.started_at, job.trace_parent`;

/** Names an attempt: what every write of a running attempt is fenced by. */
export type AttemptId = { jobId: string; number: number };

/** A job with a running attempt. */
export type RunningAttempt = Pick<Job, 'id' | 'attempt' | 'status'>;
