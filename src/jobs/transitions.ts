import type { JobStatus } from '../database/generated/prisma/enums.ts';

/**
 * The states of a job and the ways between them; drawn in docs/job-states.md. Statements ask this table
 * which states they may leave (`mayBecome`), so that no write goes a way that is not in it.
 */
const ways: Record<JobStatus, readonly JobStatus[]> = {
  QUEUED: ['PROCESSING', 'COMPLETED', 'CANCELLED'],
  PROCESSING: ['QUEUED', 'COMPLETED', 'FAILED', 'CANCELLING'],
  CANCELLING: ['CANCELLED'],
  COMPLETED: [],
  FAILED: ['QUEUED'],
  CANCELLED: ['QUEUED'],
};

/** States in which nothing more happens by itself. */
export const terminalStatuses = ['COMPLETED', 'FAILED', 'CANCELLED'] as const satisfies JobStatus[];

/** States in which a job counts against its owner's quota. */
export const activeStatuses = ['QUEUED', 'PROCESSING', 'CANCELLING'] as const satisfies JobStatus[];

export function isTerminal(status: JobStatus): boolean {
  return (terminalStatuses as readonly JobStatus[]).includes(status);
}

export function canBecome(from: JobStatus, to: JobStatus): boolean {
  return ways[from].includes(to);
}

/** The states from which a job may go to `to`, for the guard of a statement: `status = ANY($n)`. */
export function mayBecome(to: JobStatus): JobStatus[] {
  return (Object.keys(ways) as JobStatus[]).filter((from) => canBecome(from, to));
}
