import { Ban, Check, Clock, LoaderCircle, type LucideIcon, X } from 'lucide-react';
import type { JobStatus } from '../generated/graphql.ts';
import { t } from '../language/language.ts';

const statusIcons: Record<JobStatus, LucideIcon> = {
  QUEUED: Clock,
  PROCESSING: LoaderCircle,
  CANCELLING: LoaderCircle,
  COMPLETED: Check,
  FAILED: X,
  CANCELLED: Ban,
};

/** The status of a job as a label, an icon and a color. */
export function StatusBadge({
  status,
  isWaitingForRetry,
}: {
  status: JobStatus;
  isWaitingForRetry?: boolean;
}) {
  const Icon = statusIcons[status];
  const isSpinning = status === 'PROCESSING' || status === 'CANCELLING';
  return (
    <span className="badge" data-status={status}>
      <Icon aria-hidden className={isSpinning ? 'spin' : undefined} />
      {isWaitingForRetry ? t('jobs.retryingSoon') : t(`jobs.status.${status}`)}
    </span>
  );
}
