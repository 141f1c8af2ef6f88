import { statement } from '../../../database/statement.ts';
import type { AttemptId } from '../../job.ts';
import type { TransitionName } from '../../transitions.ts';
import { isAllowed } from './transitionJob.ts';

/** Locks the job of an attempt for a transition. Finds nothing when that is not allowed. */
export function lockJobFor(transition: TransitionName) {
  return statement.any<AttemptId>(
    `SELECT 1 FROM canvas_job WHERE ${isAllowed(transition)} FOR NO KEY UPDATE`,
  );
}
