import type { JobPhase, JobPriority, JobStatus, JobType } from '../database/generated/prisma/enums.ts';

/** A job as the lifecycle needs it: a row of `canvas_job` by its column names, without what is only shown. */
export type JobRow = {
  id: string;
  owner_id: string;
  canvas_id: string;
  type: JobType;
  status: JobStatus;
  phase: JobPhase;
  priority: JobPriority;
  instruction: string;
  selection: string[];
  use_cache: boolean;
  attempt: number;
  max_attempts: number;
  last_seq: number;
  keep_partial: boolean;
  /** Null when results of other jobs may not be used for it. */
  cache_key: string | null;
  created_at: Date;
};

/** The columns of a `JobRow`, of a table that is named or aliased `job`. */
export const jobColumns = `job.id, job.owner_id, job.canvas_id, job.type, job.status, job.phase, job.priority,
  job.instruction, job.selection, job.use_cache, job.attempt, job.max_attempts, job.last_seq,
  job.keep_partial, job.cache_key,
  job.created_at`;

/** Names an attempt: what every write of a running attempt is fenced by. */
export type AttemptId = { jobId: string; number: number };
