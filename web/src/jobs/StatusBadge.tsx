import { Ban, Check, Clock, LoaderCircle, type LucideIcon, X } from 'lucide-react';
import type { JobStatus } from '../generated/graphql.ts';
import { STATUS_WORDS } from './status.ts';

const ICONS: Record<JobStatus, LucideIcon> = {
  QUEUED: Clock,
  PROCESSING: LoaderCircle,
  CANCELLING: LoaderCircle,
  COMPLETED: Check,
  FAILED: X,
  CANCELLED: Ban,
};

/** The state of a job in a word, an icon and a colour. */
export function StatusBadge({ status, waitsForRetry }: { status: JobStatus; waitsForRetry?: boolean }) {
  const Icon = ICONS[status];
  const turning = status === 'PROCESSING' || status === 'CANCELLING';
  return (
    <span className="badge" data-status={status}>
      <Icon aria-hidden className={turning ? 'spin' : undefined} />
      {waitsForRetry ? 'Retrying soon' : STATUS_WORDS[status]}
    </span>
  );
}
