import type { JobSummaryFragment } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { failureReason } from './failureText.ts';
import { formatDuration, formatObjectCount, formatQueuePosition } from './format.ts';
import { isTerminal } from './status.ts';

/** How a job ended, or its position in the queue; empty while it runs. */
export function outcomeText(job: JobSummaryFragment): string {
  if (job.status === 'FAILED') return failureReason(job.error);
  if (job.status === 'QUEUED' && job.queuePosition !== null) return formatQueuePosition(job.queuePosition);
  if (!isTerminal(job.status) || !job.startedAt || !job.finishedAt) return '';
  // Nothing was kept, or there was nothing to keep.
  if (job.status === 'CANCELLED' && job.objectCount === 0) return '';
  const objects = formatObjectCount(job.objectCount);
  if (job.cacheHit) return t('jobs.fromCache', { objects });
  // From the first start, which may be long before the attempt that made the result.
  if (job.attempt > 1) return t('jobs.resultAfter', { objects, count: job.attempt });
  const duration = formatDuration(Date.parse(job.finishedAt) - Date.parse(job.startedAt));
  return t('jobs.result', { objects, duration });
}
