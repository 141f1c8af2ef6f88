import type { JobDetailFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { useNow } from '../../ui/useNow.ts';
import { formatCountdown, formatDuration, secondsUntil } from '../texts/format.ts';

/** When a job is expected to be done: `About 40 s left`. Nothing without an estimate, or once it has passed. */
export function TimeLeft({ job }: { job: Pick<JobDetailFragment, 'estimatedCompletionAt'> }) {
  const now = useNow(1000);
  if (job.estimatedCompletionAt === null) return null;
  const seconds = roundedUp(secondsUntil(job.estimatedCompletionAt, now));
  if (seconds === 0) return null;
  const time = seconds < 60 ? formatCountdown(seconds) : formatDuration(seconds * 1000);
  return <p className="job-note figures">{t('job.timeLeft', { time })}</p>;
}

/** In steps of 5 seconds, and of 10 from a minute on: an estimate is no countdown. */
function roundedUp(seconds: number): number {
  const step = seconds > 60 ? 10 : 5;
  return Math.ceil(seconds / step) * step;
}
