import type { JobPhase, JobStatus } from '../generated/graphql.ts';

/** Whether nothing more happens to a job in this state unless somebody retries it. */
export function isTerminal(status: JobStatus): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';
}

export const STATUS_WORDS: Record<JobStatus, string> = {
  QUEUED: 'Queued',
  PROCESSING: 'Running',
  CANCELLING: 'Cancelling',
  COMPLETED: 'Done',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
};

/** The phases of the work itself, in their order, as a person sees them. Waiting and being done are states. */
export const PHASES: readonly { phase: JobPhase; word: string }[] = [
  { phase: 'PLANNING', word: 'Planning' },
  { phase: 'GENERATING', word: 'Generating' },
  { phase: 'LAYING_OUT', word: 'Laying out' },
  { phase: 'SAVING', word: 'Saving' },
];
