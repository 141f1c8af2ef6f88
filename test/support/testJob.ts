import type { JobRow } from '../../src/jobs/job.ts';

/** A job in its first attempt, right after that has begun. For tests. */
export const processingJob: JobRow = {
  id: 'j',
  owner_id: 'o',
  canvas_id: 'c',
  type: 'CREATE_CANVAS',
  status: 'PROCESSING',
  phase: 'PLANNING',
  priority: 'NORMAL',
  instruction: 'x',
  selection: [],
  use_cache: false,
  attempt: 1,
  max_attempts: 4,
  last_seq: 2,
  keep_partial: false,
  cache_key: null,
  created_at: new Date(0),
};
