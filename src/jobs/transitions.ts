import type { JobStatus } from '../database/generated/prisma/enums.ts';

type Transition = { from: readonly JobStatus[]; to: JobStatus };

/**
 * Everything that can happen to a job's state; drawn in docs/job-states.md. Each statement that changes a
 * state takes its guard from here (`status = ANY(…)`), so that no write goes a way that is not in this table.
 * The writes of a running attempt are fenced by its number on top.
 */
export const transitions = {
  /** A worker takes it. */
  start: { from: ['QUEUED'], to: 'PROCESSING' },
  /** The result of an earlier job for the same request is put on its canvas, when it is accepted. */
  completeFromCache: { from: ['QUEUED'], to: 'COMPLETED' },
  /** Its result is on the canvas. */
  complete: { from: ['PROCESSING'], to: 'COMPLETED' },
  /** The attempt failed, and another one will follow. */
  scheduleRetry: { from: ['PROCESSING'], to: 'QUEUED' },
  /** The attempt failed, and it was the last one or no other can help. */
  fail: { from: ['PROCESSING'], to: 'FAILED' },
  /** The worker is gone, or gives the job back. */
  release: { from: ['PROCESSING'], to: 'QUEUED' },
  /** Cancelled while it waited. */
  cancelWaiting: { from: ['QUEUED'], to: 'CANCELLED' },
  /** To be cancelled; its worker lets go of it. */
  requestCancel: { from: ['PROCESSING'], to: 'CANCELLING' },
  /** Its worker has let go, or is gone. */
  finishCancel: { from: ['CANCELLING'], to: 'CANCELLED' },
  /** Its owner wants it tried again. */
  retry: { from: ['FAILED', 'CANCELLED'], to: 'QUEUED' },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

const terminal: readonly JobStatus[] = ['COMPLETED', 'FAILED', 'CANCELLED'];

/** Whether nothing more happens to a job by itself. */
export function isTerminal(status: JobStatus): boolean {
  return terminal.includes(status);
}

/** Whether a job in that state can go this way. */
export function allows(status: JobStatus, name: TransitionName): boolean {
  const { from }: Transition = transitions[name];
  return from.includes(status);
}
