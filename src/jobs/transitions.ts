import type { JobStatus } from '../database/generated/prisma/enums.ts';

type Transition = { from: readonly JobStatus[]; to: JobStatus };

/**
 * All transitions of a job's state, drawn in docs/job-states.md. Each statement that changes a state takes its guard
 * from here, so no write makes a transition that is not in this table. Writes of a running attempt
 * are also fenced by its number.
 */
export const transitions = {
  /** A worker starts an attempt. */
  start: { from: ['QUEUED'], to: 'PROCESSING' },
  /** A cached result is put on its canvas: when it is accepted, or when its leader has completed. */
  completeFromCache: { from: ['QUEUED'], to: 'COMPLETED' },
  /** Its result is committed to the canvas. */
  complete: { from: ['PROCESSING'], to: 'COMPLETED' },
  /** The attempt failed and is retried. */
  scheduleRetry: { from: ['PROCESSING'], to: 'QUEUED' },
  /** The attempt failed, and was the last one or can't be retried. */
  fail: { from: ['PROCESSING'], to: 'FAILED' },
  /** The worker was lost or shuts down. */
  release: { from: ['PROCESSING'], to: 'QUEUED' },
  /** Cancelled while it waited. */
  cancelWaiting: { from: ['QUEUED'], to: 'CANCELLED' },
  /** Its worker is to end the attempt. */
  requestCancel: { from: ['PROCESSING'], to: 'CANCELLING' },
  /** Its worker has ended the attempt, or was lost. */
  finishCancel: { from: ['CANCELLING'], to: 'CANCELLED' },
  /** Its owner retries it. */
  retry: { from: ['FAILED', 'CANCELLED'], to: 'QUEUED' },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

const terminal: readonly JobStatus[] = ['COMPLETED', 'FAILED', 'CANCELLED'];

/** Whether the job is finished. Only a retry leaves a terminal state. */
export function isTerminal(status: JobStatus): boolean {
  return terminal.includes(status);
}

/** Whether a job in that state can make a transition. */
export function allows(status: JobStatus, name: TransitionName): boolean {
  const { from }: Transition = transitions[name];
  return from.includes(status);
}
