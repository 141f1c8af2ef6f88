import type { JobPhase, JobStatus } from '../generated/graphql.ts';

/** Whether a job with this status is finished. It can still be retried. */
export function isTerminal(status: JobStatus): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';
}

export const statusLabels: Record<JobStatus, string> = {
  QUEUED: 'Queued',
  PROCESSING: 'Running',
  CANCELLING: 'Cancelling',
  COMPLETED: 'Done',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
};

/** The phases of a running job, in order. Queued and done are statuses. */
export const phases: readonly { phase: JobPhase; label: string }[] = [
  { phase: 'PLANNING', label: 'Planning' },
  { phase: 'GENERATING', label: 'Generating' },
  { phase: 'LAYING_OUT', label: 'Laying out' },
  { phase: 'SAVING', label: 'Saving' },
];
