import type { DashboardJobFragment, DashboardQuery } from '../generated/graphql.ts';
import { failureReason } from '../jobs/texts/failureText.ts';
import { formatCountdown, formatQueuePosition, secondsUntil } from '../jobs/texts/format.ts';
import { t } from '../language/dashboardTexts.ts';
import { currentLocale } from '../language/language.ts';

type WaitingJob = Pick<
  DashboardJobFragment,
  'waitReason' | 'nextAttemptAt' | 'attempt' | 'maxAttempts' | 'queuePosition' | 'error'
>;

type Queue = DashboardQuery['queueControl'];

/**
 * Why a queued job has not started, after the reason why its last attempt failed, if one did.
 * @param now The server's time in ms.
 */
export function waitText(job: WaitingJob, queue: Queue, now: number): string {
  const wait = reasonToWait(job, queue, now);
  return job.error === null ? wait : `${failureReason(job.error)} ${wait}`;
}

function reasonToWait(job: WaitingJob, queue: Queue, now: number): string {
  switch (job.waitReason) {
    case 'PAUSED':
      return queue?.reason ? t('jobs.queue.pausedWhy', { reason: queue.reason }) : t('jobs.queue.paused');
    case 'NO_WORKER':
      return t('jobs.queue.noWorker');
    case 'USER_LIMIT':
      return t('jobs.queue.ownJobs');
    case 'DUPLICATE_REQUEST':
      return t('dashboard.wait.duplicate');
    default:
      if (job.nextAttemptAt !== null) return retryText(job, job.nextAttemptAt, now);
      return job.queuePosition === null ? t('dashboard.wait.turn') : formatQueuePosition(job.queuePosition);
  }
}

function retryText({ attempt, maxAttempts }: WaitingJob, at: string, now: number): string {
  const time = new Date(at).toLocaleTimeString(currentLocale());
  const countdown = formatCountdown(secondsUntil(at, now));
  return t('dashboard.wait.retry', { attempt: attempt + 1, maxAttempts, time, countdown });
}
