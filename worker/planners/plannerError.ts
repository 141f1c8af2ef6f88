import type { PlannerErrorCode } from '../../src/jobs/jobErrorCode.ts';

/** A failure of a planner. Its message is shown to the owner of the job. */
export class PlannerError extends Error {
  override readonly name = 'PlannerError';
  readonly code: PlannerErrorCode;
  /** Whether a retry may succeed. */
  readonly retryable: boolean;
  /** Complete instructions that would work instead. */
  readonly suggestions: readonly string[];
  /** Milliseconds that the provider asks to wait before a retry, if it does. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: PlannerErrorCode,
    message: string,
    options: {
      retryable: boolean;
      suggestions?: readonly string[];
      retryAfterMs?: number | undefined;
      cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable;
    this.suggestions = options.suggestions ?? [];
    this.retryAfterMs = options.retryAfterMs;
  }
}
