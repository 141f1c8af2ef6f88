/** Why a planner failed. The codes are part of the API: docs/api.md lists them. */
export type PlannerErrorCode =
  | 'PROVIDER_UNREACHABLE'
  | 'PROVIDER_CONNECT_TIMEOUT'
  | 'PROVIDER_FIRST_TOKEN_TIMEOUT'
  | 'PROVIDER_SILENCE_TIMEOUT'
  | 'PROVIDER_UNAVAILABLE'
  | 'PROVIDER_RATE_LIMITED'
  | 'PROVIDER_QUOTA_EXHAUSTED'
  | 'PROVIDER_PAYMENT_REQUIRED'
  | 'PROVIDER_DENIED'
  | 'PROVIDER_BAD_REQUEST'
  | 'PROVIDER_REFUSED'
  | 'PROVIDER_UNREADABLE'
  | 'CONTENT_FILTERED'
  | 'OUTPUT_TRUNCATED'
  | 'OUTPUT_TOO_LARGE'
  | 'OUTPUT_INVALID'
  | 'OUTPUT_EMPTY'
  | 'PLANNER_TIMEOUT';

/** A failure of a planner. Its message is shown to the owner of the job. */
export class PlannerError extends Error {
  override readonly name = 'PlannerError';
  readonly code: PlannerErrorCode;
  /** Whether a retry may succeed. */
  readonly retryable: boolean;
  /** Milliseconds that the provider asks to wait before a retry, if it does. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: PlannerErrorCode,
    message: string,
    options: { retryable: boolean; retryAfterMs?: number | undefined; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
  }
}
