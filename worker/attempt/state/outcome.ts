import type { JobError } from '../../../src/events/log/jobEvent.ts';
import type { JobErrorCode } from '../../../src/jobs/jobErrorCode.ts';
import { LayoutTimeout } from '../../layout/thread/layOut.ts';
import { PlannerError } from '../../planners/plannerError.ts';
import { AttemptAborted } from './attemptControl.ts';
import type { PartialPlan } from './plan.ts';

/**
 * How an attempt ended. `partial` is what the planner had returned by then, if it was asked: its cost is recorded in
 * any case, and a cancelled job may keep it.
 */
export type Outcome =
  /** Recorded already, in the transaction that changed the canvas. */
  | { type: 'completed' }
  | Failure
  | { type: 'cancelled'; partial: PartialPlan | null }
  | { type: 'released'; partial: PartialPlan | null }
  /** The job belongs to another attempt, or is over: there is nothing to record. */
  | { type: 'superseded' };

/** An error of this version. One that is read from the database may have a code of another version. */
export type CodedError = JobError & { code: JobErrorCode };

export type Failure = {
  type: 'failed';
  error: CodedError;
  /** The messages behind the error, one a line, for operators. */
  detail: string | null;
  retryAfterMs: number | undefined;
  partial: PartialPlan | null;
};

/** The outcome that an error stands for. An unknown error is a defect of ours; it is retried like a temporary failure. */
export function outcomeOfError(error: unknown, partial: PartialPlan | null = null): Outcome {
  const fail = (jobError: CodedError, cause?: unknown, retryAfterMs?: number): Failure => {
    return { type: 'failed', error: jobError, detail: messagesOf(cause), retryAfterMs, partial };
  };
  if (error instanceof AttemptAborted) {
    if (error.why === 'superseded') return { type: 'superseded' };
    if (error.why === 'cancelled') return { type: 'cancelled', partial };
    if (error.why === 'shutdown') return { type: 'released', partial };
    return fail(attemptTimeout);
  }
  if (error instanceof PlannerError) {
    const { code, message, retryable, suggestions, retryAfterMs } = error;
    return fail({ code, message, retryable, suggestions: [...suggestions] }, error.cause, retryAfterMs);
  }
  if (error instanceof LayoutTimeout) {
    return fail({ code: 'LAYOUT_TIMEOUT', message: error.message, retryable: false });
  }
  const message = 'Something went wrong on our side.';
  return fail({ code: 'INTERNAL_ERROR', message, retryable: true }, error);
}

const maxCauseDepth = 5;

/** The messages of an error and of its causes, one a line. A planner has removed its key from them. */
function messagesOf(error: unknown): string | null {
  const messages: string[] = [];
  for (let cause = error; cause instanceof Error && messages.length < maxCauseDepth; cause = cause.cause) {
    messages.push(cause.message || cause.name);
  }
  return messages.length === 0 ? null : messages.join('\n');
}

const attemptTimeout: CodedError = {
  code: 'ATTEMPT_TIMEOUT',
  message: 'The attempt took longer than it may.',
  retryable: true,
};
