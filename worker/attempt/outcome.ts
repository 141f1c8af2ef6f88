import type { JobError } from '../../src/events/log/jobEvent.ts';
import { LayoutTimeout } from '../layout/thread/layOut.ts';
import { PlannerError } from '../planners/plannerError.ts';
import { AttemptAborted } from './abort.ts';

/** How an attempt went, before it is recorded. A result is recorded together with its commit. */
export type Outcome =
  | { type: 'completed' }
  | { type: 'failed'; error: JobError; retryAfterMs: number | undefined }
  | { type: 'cancelled' }
  | { type: 'handedBack' }
  /** Others have taken the job over: there is nothing to record. */
  | { type: 'superseded' };

/** The outcome that an error stands for. An unknown error is a defect of ours; it is retried like trouble that may pass. */
export function outcomeOfError(error: unknown): Outcome {
  if (error instanceof AttemptAborted) return outcomeOfAbort(error);
  if (error instanceof PlannerError) {
    const { code, message, retryable, retryAfterMs } = error;
    return { type: 'failed', error: { code, message, retryable }, retryAfterMs };
  }
  if (error instanceof LayoutTimeout) {
    const { message } = error;
    return {
      type: 'failed',
      error: { code: 'LAYOUT_TIMEOUT', message, retryable: false },
      retryAfterMs: undefined,
    };
  }
  const message = 'Something went wrong on our side.';
  return {
    type: 'failed',
    error: { code: 'INTERNAL_ERROR', message, retryable: true },
    retryAfterMs: undefined,
  };
}

function outcomeOfAbort({ why }: AttemptAborted): Outcome {
  if (why === 'cancelled' || why === 'superseded') return { type: why };
  if (why === 'shutdown') return { type: 'handedBack' };
  const error = {
    code: 'ATTEMPT_TIMEOUT',
    message: 'The attempt took longer than it may.',
    retryable: true,
  };
  return { type: 'failed', error, retryAfterMs: undefined };
}
