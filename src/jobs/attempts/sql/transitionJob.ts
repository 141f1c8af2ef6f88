import { type TransitionName, transitions } from '../../transitions.ts';

/**
 * Takes a job along a transition, if its status allows that and `:number` is its current attempt (`AttemptId`).
 * @param assignments What changes besides the status.
 */
export function transitionJob(name: TransitionName, assignments: string): string {
  const { from, to } = transitions[name];
  const statuses = from.map((status) => `'${status}'`).join(', ');
  return `
    UPDATE canvas_job SET status = '${to}', ${assignments}
    WHERE id = :jobId AND attempt = :number AND status IN (${statuses})`;
}

/** Assignments for a job that waits again: the preview of the attempt is gone. */
export const waitingState = "phase = 'QUEUED', progress = 0, object_count = 0";
