import type { JobSummaryFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { isTerminal } from '../state/status.ts';
import { failureReason } from './failureText.ts';
import { formatDuration, formatObjectCount, formatQueuePosition } from './format.ts';

/** How a job ended, or its position in the queue; empty while it runs. */
export function outcomeText(job: JobSummaryFragment): string {
  if (job.status === 'FAILED') return failureReason(job.error);
  if (job.status === 'QUEUED' && job.queuePosition !== null) return formatQueuePosition(job.queuePosition);
  if (!isTerminal(job.status)) return '';
  // Nothing was kept, or there was nothing to keep.
  if (job.status === 'CANCELLED' && job.objectCount === 0) return '';
  const objects = formatObjectCount(job.objectCount);
  if (job.cacheHit) return t('jobs.fromCache', { objects });
  if (job.runTimeMs === null) return '';
  const duration = formatDuration(job.runTimeMs);
  if (job.attempt > 1) return t('jobs.resultOfAttempt', { objects, duration, number: job.attempt });
  return t('jobs.result', { objects, duration });
}
