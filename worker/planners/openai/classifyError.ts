import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { PlannerError, type PlannerErrorCode } from '../plannerError.ts';
import { retryAfterMs } from './retryAfter.ts';

type Verdict = { code: PlannerErrorCode; message: string; retryable: boolean };

/** What an error of the provider's client means: the one place where that is decided. */
export function classifyError(error: unknown): PlannerError {
  if (error instanceof PlannerError) return error;
  const verdict = verdictOn(error);
  const headers = error instanceof APIError ? error.headers : undefined;
  return new PlannerError(verdict.code, verdict.message, {
    retryable: verdict.retryable,
    retryAfterMs: verdict.retryable ? retryAfterMs(headers, Date.now()) : undefined,
    cause: error,
  });
}

function verdictOn(error: unknown): Verdict {
  if (error instanceof APIConnectionTimeoutError) {
    const message = 'The provider did not respond in time.';
    return { code: 'PROVIDER_CONNECT_TIMEOUT', message, retryable: true };
  }
  if (!isReported(error)) {
    // A connection that breaks in mid-stream surfaces as `TypeError: terminated`.
    const message = 'The connection to the provider failed.';
    return { code: 'PROVIDER_UNREACHABLE', message, retryable: true };
  }
  return verdictsOnCodes.get(error.code) ?? verdictOnStatus(error.status);
}

/** Whether the provider itself said what is wrong: with a status, or within a stream that had begun. */
function isReported(error: unknown): error is APIError {
  const unreported = error instanceof APIConnectionError || error instanceof APIUserAbortError;
  return error instanceof APIError && !unreported;
}

const filtered: Verdict = {
  code: 'CONTENT_FILTERED',
  message: "The provider's content policy does not allow this.",
  retryable: false,
};

const rateLimited: Verdict = {
  code: 'PROVIDER_RATE_LIMITED',
  message: 'The provider has too much to do at the moment.',
  retryable: true,
};

/** Codes that say more than a status, or stand in the place of one. */
const verdictsOnCodes: ReadonlyMap<unknown, Verdict> = new Map<unknown, Verdict>([
  [
    'insufficient_quota',
    {
      code: 'PROVIDER_QUOTA_EXHAUSTED',
      message: "The provider's quota is used up. An operator has to look after the account.",
      retryable: false,
    },
  ],
  ['rate_limit_exceeded', rateLimited],
  ['content_policy_violation', filtered],
  ['content_filter', filtered],
  [
    'invalid_prompt',
    {
      code: 'PROVIDER_REFUSED',
      message: 'The provider does not accept this request.',
      retryable: false,
    },
  ],
]);

function verdictOnStatus(status: number | undefined): Verdict {
  if (status === undefined) {
    const message = 'The provider failed while it was answering.';
    return { code: 'PROVIDER_UNAVAILABLE', message, retryable: true };
  }
  if (status === 429) return rateLimited;
  if (status === 401 || status === 403) {
    const message = 'The provider does not accept our key. An operator has to look after it.';
    return { code: 'PROVIDER_DENIED', message, retryable: false };
  }
  if (status >= 500 || status === 408 || status === 409) {
    const message = `The provider is in trouble (${status}).`;
    return { code: 'PROVIDER_UNAVAILABLE', message, retryable: true };
  }
  const message = `The provider does not accept the request (${status}). The worker's log has its reasons.`;
  return { code: 'PROVIDER_BAD_REQUEST', message, retryable: false };
}
