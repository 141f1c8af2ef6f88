/** Why a planner fails. */
const plannerErrorCodes = [
  'PROVIDER_UNREACHABLE',
  'PROVIDER_CONNECT_TIMEOUT',
  'PROVIDER_FIRST_TOKEN_TIMEOUT',
  'PROVIDER_SILENCE_TIMEOUT',
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_RATE_LIMITED',
  'PROVIDER_QUOTA_EXHAUSTED',
  'PROVIDER_PAYMENT_REQUIRED',
  'PROVIDER_DENIED',
  'PROVIDER_BAD_REQUEST',
  'PROVIDER_REFUSED',
  'PROVIDER_UNREADABLE',
  'CONTENT_FILTERED',
  'OUTPUT_TRUNCATED',
  'OUTPUT_TOO_LARGE',
  'OUTPUT_INVALID',
  'OUTPUT_EMPTY',
  'PLANNER_TIMEOUT',
  'INSTRUCTION_NOT_UNDERSTOOD',
  'SOURCE_UNREADABLE',
] as const;

/** Why an attempt or a job fails. */
export const jobErrorCodes = [
  ...plannerErrorCodes,
  'LAYOUT_TIMEOUT',
  'ATTEMPT_TIMEOUT',
  'INTERNAL_ERROR',
  'WORKER_LOST',
] as const;

export type PlannerErrorCode = (typeof plannerErrorCodes)[number];
export type JobErrorCode = (typeof jobErrorCodes)[number];

const known: ReadonlySet<string> = new Set(jobErrorCodes);

/** The code in a row or an event. The database keeps it as text, and another version may have written it. */
export function readJobErrorCode(stored: string): JobErrorCode | 'UNKNOWN' {
  return known.has(stored) ? (stored as JobErrorCode) : 'UNKNOWN';
}
