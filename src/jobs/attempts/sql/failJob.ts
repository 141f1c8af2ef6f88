import { statement } from '../../../database/statement.ts';
import type { JobError } from '../../../events/log/jobEvent.ts';
import type { AttemptId } from '../../job.ts';
import { transitionJob } from './transitionJob.ts';

export const failJob = statement.any<AttemptId & Required<JobError>>(
  transitionJob(
    'fail',
    `phase = 'DONE', finished_at = now(), object_count = 0,
     error_code = :code, error_message = :message, error_retryable = :retryable,
     error_suggestions = :suggestions`,
  ),
);
