import type { JobPhase, JobStatus } from '../../generated/graphql.ts';

/** Whether a job with this status is finished. It can still be retried. */
export function isTerminal(status: JobStatus): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';
}

/** The phases of a running job, in order. Queued and done are statuses. */
export const runningPhases = ['PLANNING', 'GENERATING', 'LAYING_OUT', 'SAVING'] as const;

type RunningPhase = (typeof runningPhases)[number];

export function isRunningPhase(phase: JobPhase): phase is RunningPhase {
  return runningPhases.some((entry) => entry === phase);
}
