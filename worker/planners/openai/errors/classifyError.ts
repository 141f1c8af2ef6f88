import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { PlannerErrorCode } from '../../../../src/jobs/jobErrorCode.ts';
import { PlannerError } from '../../plannerError.ts';
import { readRetryAfterMs } from './readRetryAfterMs.ts';

/**
 * How an error is reported. The message states what happened, and what to do next unless the job is retried. A message
 * of a retryable error is one sentence: the time of the retry is added to it.
 */
type Classification = { code: PlannerErrorCode; message: string; retryable: boolean };

/** Converts an error of the provider's client to a PlannerError. Decides alone whether the job is retried. */
export function classifyError(error: unknown): PlannerError {
  if (error instanceof PlannerError) return error;
  const { code, message, retryable } = classify(error);
  const headers = error instanceof APIError ? error.headers : undefined;
  const retryAfterMs = retryable ? readRetryAfterMs(headers, Date.now()) : undefined;
  return new PlannerError(code, message, { retryable, retryAfterMs, cause: error });
}

function classify(error: unknown): Classification {
  if (error instanceof APIConnectionTimeoutError) {
    const message = 'The AI service did not respond in time.';
    return { code: 'PROVIDER_CONNECT_TIMEOUT', message, retryable: true };
  }
  if (error instanceof APIConnectionError) {
    const message = 'The AI service could not be reached.';
    return { code: 'PROVIDER_UNREACHABLE', message, retryable: true };
  }
  if (!(error instanceof APIError) || error instanceof APIUserAbortError) {
    // A connection that breaks in mid-stream surfaces as `TypeError: terminated`.
    const message = 'The connection to the AI service was lost.';
    return { code: 'PROVIDER_UNREACHABLE', message, retryable: true };
  }
  return byCode.get(error.code) ?? byCode.get(error.type) ?? classifyStatus(error.status);
}

const contentFiltered: Classification = {
  code: 'CONTENT_FILTERED',
  message:
    'The content filter of the AI service does not allow this. Change the instruction, then try again.',
  retryable: false,
};

const rateLimited: Classification = {
  code: 'PROVIDER_RATE_LIMITED',
  message: 'The AI service is busy.',
  retryable: true,
};

const outOfQuota: Classification = {
  code: 'PROVIDER_QUOTA_EXHAUSTED',
  message: 'The AI account is out of quota. Ask your administrator.',
  retryable: false,
};

const paymentRequired: Classification = {
  code: 'PROVIDER_PAYMENT_REQUIRED',
  message: 'The AI account needs a payment (402). Ask your administrator.',
  retryable: false,
};

const invalidKey: Classification = {
  code: 'PROVIDER_DENIED',
  message: 'The AI service rejected the API key. Ask your administrator to check it.',
  retryable: false,
};

const requestTooLarge: Classification = {
  code: 'PROVIDER_BAD_REQUEST',
  message: 'The request is too large for the AI model. Select fewer objects or shorten the instruction.',
  retryable: false,
};

/** Error codes and types: more specific than a status, or sent without one. */
const byCode: ReadonlyMap<unknown, Classification> = new Map<unknown, Classification>([
  ['insufficient_quota', outOfQuota],
  ['exceeded_current_quota_error', outOfQuota],
  ['budget_exceeded', outOfQuota],
  ['billing_hard_limit_reached', outOfQuota],
  ['billing_not_active', paymentRequired],
  ['insufficient_balance', paymentRequired],
  ['rate_limit_exceeded', rateLimited],
  ['content_policy_violation', contentFiltered],
  ['content_filter', contentFiltered],
  ['invalid_api_key', invalidKey],
  ['context_length_exceeded', requestTooLarge],
  [
    'invalid_prompt',
    {
      code: 'PROVIDER_REFUSED',
      message: 'The AI service does not accept this instruction. Change it, then try again.',
      retryable: false,
    },
  ],
  [
    // Groq reports that the model's answer does not match the requested JSON.
    'json_validate_failed',
    { code: 'OUTPUT_INVALID', message: 'The answer of the AI model is not valid JSON.', retryable: true },
  ],
]);

const byStatus: ReadonlyMap<number, Classification> = new Map([
  [401, invalidKey],
  [402, paymentRequired],
  [
    403,
    {
      code: 'PROVIDER_DENIED',
      message:
        'The AI service refused access (403). Ask your administrator to check the API key and what it may use.',
      retryable: false,
    },
  ],
  [
    404,
    {
      code: 'PROVIDER_BAD_REQUEST',
      message:
        'The AI service does not know the model or the address (404). Ask your administrator to check them.',
      retryable: false,
    },
  ],
  [413, requestTooLarge],
  [429, rateLimited],
]);

function classifyStatus(status: number | undefined): Classification {
  if (status === undefined) {
    const message = 'The AI service failed while it was answering.';
    return { code: 'PROVIDER_UNAVAILABLE', message, retryable: true };
  }
  const known = byStatus.get(status);
  if (known !== undefined) return known;
  if (status >= 500 || status === 408 || status === 409) {
    const message = `The AI service returned an error (${status}).`;
    return { code: 'PROVIDER_UNAVAILABLE', message, retryable: true };
  }
  const message = `The AI service rejected the request (${status}). Ask your administrator: the worker's log has the reason.`;
  return { code: 'PROVIDER_BAD_REQUEST', message, retryable: false };
}
