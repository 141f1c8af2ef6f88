import type { CanvasJob } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';
import type { AttemptId } from '../../job.ts';
import { transitionJob } from './transitionJob.ts';

type Result = Pick<CanvasJob, 'objectCount' | 'warnings' | 'cacheHit' | 'savedTokens' | 'savedCostUsd'>;

export const completeJob = statement.any<AttemptId & Result>(
  transitionJob(
    'complete',
    `phase = 'DONE', progress = 1, finished_at = now(), object_count = :objectCount, warnings = :warnings,
     cache_hit = :cacheHit, saved_tokens = :savedTokens, saved_cost_usd = :savedCostUsd`,
  ),
);
