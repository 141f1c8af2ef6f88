import { statement } from '../../../database/statement.ts';
import type { JobError } from '../../../events/log/jobEvent.ts';
import type { AttemptId } from '../../job.ts';
import { transitionJob, waitingState } from './transitionJob.ts';

export const scheduleJobRetry = statement.optionalRow<
  { nextAttemptAt: Date },
  AttemptId & JobError & { delayMs: number }
>(`
  ${transitionJob(
    'scheduleRetry',
    `${waitingState}, next_attempt_at = now() + :delayMs * interval '1 millisecond',
     error_code = :code, error_message = :message, error_retryable = :retryable`,
  )}
  RETURNING next_attempt_at`);
