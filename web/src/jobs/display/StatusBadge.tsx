import { Ban, Check, Clock, LoaderCircle, type LucideIcon, X } from 'lucide-react';
import type { JobStatus } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { useNow } from '../../ui/useNow.ts';
import { formatCountdown, secondsUntil } from '../texts/format.ts';

const statusIcons: Record<JobStatus, LucideIcon> = {
  QUEUED: Clock,
  PROCESSING: LoaderCircle,
  CANCELLING: LoaderCircle,
  COMPLETED: Check,
  FAILED: X,
  CANCELLED: Ban,
};

type Props = {
  status: JobStatus;
  /** When the next attempt of a job starts that waits for its retry. */
  nextAttemptAt?: string | null;
};

/** The status of a job as a label, an icon and a color. */
export function StatusBadge({ status, nextAttemptAt }: Props) {
  const Icon = statusIcons[status];
  const isSpinning = status === 'PROCESSING' || status === 'CANCELLING';
  return (
    <span className="badge" data-status={status}>
      <Icon aria-hidden className={isSpinning ? 'spin' : undefined} />
      {status === 'QUEUED' && nextAttemptAt ? <RetryTime at={nextAttemptAt} /> : t(`jobs.status.${status}`)}
    </span>
  );
}

function RetryTime({ at }: { at: string }) {
  const seconds = secondsUntil(at, useNow(1000));
  return (
    <span className="figures">
      {seconds === 0 ? t('jobs.retryingNow') : t('jobs.retryingIn', { time: formatCountdown(seconds) })}
    </span>
  );
}
