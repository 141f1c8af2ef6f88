import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
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
  if (error instanceof APIConnectionError || !(error instanceof APIError) || error.status === undefined) {
    // A connection that breaks in mid-stream surfaces as `TypeError: terminated`.
    return {
      code: 'PROVIDER_UNREACHABLE',
      message: 'The connection to the provider failed.',
      retryable: true,
    };
  }
  return verdictOnStatus(error.status, error.code);
}

function verdictOnStatus(status: number, code: unknown): Verdict {
  if (code === 'insufficient_quota') {
    const message = "The provider's quota is used up. An operator has to look after the account.";
    return { code: 'PROVIDER_QUOTA_EXHAUSTED', message, retryable: false };
  }
  if (code === 'content_policy_violation' || code === 'content_filter') {
    return {
      code: 'CONTENT_FILTERED',
      message: "The provider's content policy does not allow this.",
      retryable: false,
    };
  }
  if (status === 429) {
    return {
      code: 'PROVIDER_RATE_LIMITED',
      message: 'The provider has too much to do at the moment.',
      retryable: true,
    };
  }
  if (status === 401 || status === 403) {
    const message = 'The provider does not accept our key. An operator has to look after it.';
    return { code: 'PROVIDER_DENIED', message, retryable: false };
  }
  if (status >= 500 || status === 408 || status === 409) {
    return {
      code: 'PROVIDER_UNAVAILABLE',
      message: `The provider is in trouble (${status}).`,
      retryable: true,
    };
  }
  return {
    code: 'PROVIDER_BAD_REQUEST',
    message: `The provider does not accept the request (${status}).`,
    retryable: false,
  };
}
