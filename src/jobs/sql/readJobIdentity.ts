import type { CanvasJob } from '../../database/generated/prisma/client.ts';
import { statement } from '../../database/statement.ts';

/** What never changes of a job. */
export type JobIdentity = Pick<CanvasJob, 'id' | 'ownerId' | 'traceParent'>;

export const readJobIdentity = statement.optionalRow<JobIdentity, { jobId: string }>(
  'SELECT id, owner_id, trace_parent FROM canvas_job WHERE id = :jobId',
);
