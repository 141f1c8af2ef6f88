import type { CanvasJob } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';
import type { JobChange } from '../../../events/listener/sql/jobChange.ts';
import { appendToLog, type LogParameters } from '../../../events/log/sql/appendToLog.ts';
import type { AttemptId } from '../../job.ts';
import { assignmentsOf, isAllowed } from './transitionJob.ts';

type Result = Pick<CanvasJob, 'objectCount' | 'warnings' | 'cacheHit' | 'savedTokens' | 'savedCostUsd'>;

/** Completes a job, and appends its last events: one statement, so that the job's row is written once. */
export const completeJob = statement.row<JobChange, AttemptId & LogParameters & Result>(
  appendToLog(
    `, ${assignmentsOf(
      'complete',
      `phase = 'DONE', progress = 1, finished_at = now(), object_count = :objectCount, warnings = :warnings,
     cache_hit = :cacheHit, saved_tokens = :savedTokens, saved_cost_usd = :savedCostUsd`,
    )} WHERE ${isAllowed('complete')}`,
  ),
);
