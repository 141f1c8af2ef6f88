import type { Job } from '../../../src/jobs/job.ts';

/** A job in its first attempt, right after that has begun. For tests. */
export const processingJob: Job = {
  id: 'j',
  ownerId: 'o',
  canvasId: 'c',
  type: 'CREATE_CANVAS',
  status: 'PROCESSING',
  phase: 'PLANNING',
  priority: 'NORMAL',
  instruction: 'x',
  kind: null,
  source: null,
  fileName: null,
  selection: [],
  useCache: false,
  attempt: 1,
  maxAttempts: 4,
  lastSeq: 2,
  keepPartial: false,
  cacheKey: null,
  planner: 'sketcher',
  createdAt: new Date(0),
  startedAt: null,
  traceParent: null,
};
