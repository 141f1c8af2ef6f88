import { statement } from '../../../database/statement.ts';
import type { AttemptId } from '../../job.ts';
import { transitionJob, waitingState } from './transitionJob.ts';

/** The job is no longer the leader: whichever duplicate is next in the queue may take over. */
export const releaseJob = statement.any<AttemptId>(
  transitionJob('release', `${waitingState}, max_attempts = max_attempts + 1, is_leader = false`),
);
