import type { CanvasJob } from '../../../database/generated/prisma/client.ts';
import type { JobStatus } from '../../../database/generated/prisma/enums.ts';
import { statement } from '../../../database/statement.ts';

export const updateJobFromCache = statement.count<
  Pick<
    CanvasJob,
    'id' | 'objectCount' | 'warnings' | 'savedTokens' | 'savedCostUsd' | 'planner' | 'model'
  > & {
    from: readonly JobStatus[];
  }
>(`
  UPDATE canvas_job
  SET status = 'COMPLETED', phase = 'DONE', progress = 1, started_at = COALESCE(started_at, now()), finished_at = now(),
      object_count = :objectCount, warnings = :warnings, cache_hit = true, saved_tokens = :savedTokens,
      saved_cost_usd = :savedCostUsd, planner = :planner, model = :model
  WHERE id = :id AND status = ANY(:from::job_status[])`);
