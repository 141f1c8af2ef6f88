import type { DashboardJobFragment, DashboardQuery } from '../generated/graphql.ts';
import { formatCountdown, formatQueuePosition, secondsUntil } from '../jobs/format.ts';
import { currentLanguage, t } from '../language/language.ts';

type WaitingJob = Pick<
  DashboardJobFragment,
  'waitReason' | 'nextAttemptAt' | 'attempt' | 'maxAttempts' | 'queuePosition'
>;

/**
 * Why a queued job has not started, as a sentence.
 * @param now The server's time in ms.
 */
export function waitText(job: WaitingJob, queue: DashboardQuery['queueControl'], now: number): string {
  switch (job.waitReason) {
    case 'PAUSED':
      return queue?.reason
        ? t('dashboard.wait.pausedBecause', { reason: queue.reason })
        : t('dashboard.wait.paused');
    case 'NO_WORKER':
      return t('dashboard.wait.noWorker');
    case 'DUPLICATE_REQUEST':
      return t('dashboard.wait.duplicate');
    default:
      if (job.nextAttemptAt !== null) return retryText(job, job.nextAttemptAt, now);
      return job.queuePosition === null ? t('dashboard.wait.turn') : formatQueuePosition(job.queuePosition);
  }
}

function retryText({ attempt, maxAttempts }: WaitingJob, at: string, now: number): string {
  const time = new Date(at).toLocaleTimeString(currentLanguage());
  const countdown = formatCountdown(secondsUntil(at, now));
  return t('dashboard.wait.retry', { attempt: attempt + 1, maxAttempts, time, countdown });
}
