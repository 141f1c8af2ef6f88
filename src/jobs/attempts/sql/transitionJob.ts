import { type TransitionName, transitions } from '../../transitions.ts';

/** Whether the job's status allows a transition, and `:number` is its current attempt (`AttemptId`). */
export function isAllowed(name: TransitionName): string {
  const statuses = transitions[name].from.map((status) => `'${status}'`).join(', ');
  return `id = :jobId AND attempt = :number AND status IN (${statuses})`;
}

/** Assignments that take a job along a transition. @param others What changes besides the status. */
export function assignmentsOf(name: TransitionName, others: string): string {
  return `status = '${transitions[name].to}', ${others}`;
}

/** Takes a job along a transition, if that is allowed. @param others What changes besides the status. */
export function transitionJob(name: TransitionName, others: string): string {
  return `UPDATE canvas_job SET ${assignmentsOf(name, others)} WHERE ${isAllowed(name)}`;
}

/** Assignments for a job that waits again: the preview of the attempt is gone. */
export const waitingState = "phase = 'QUEUED', progress = 0, object_count = 0";
