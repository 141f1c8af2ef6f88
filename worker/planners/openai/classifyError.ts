import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { PlannerError, type PlannerErrorCode } from '../plannerError.ts';
import { retryAfterMs } from './retryAfter.ts';

/**
 * What a failure is called, and what a person reads: what happened, and what to do next unless the job is tried again.
 * A message that is followed by another attempt is one sentence, so that its time can be added.
 */
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
    const message = 'The AI service did not respond in time.';
    return { code: 'PROVIDER_CONNECT_TIMEOUT', message, retryable: true };
  }
  if (error instanceof APIConnectionError) {
    const message = 'The AI service could not be reached.';
    return { code: 'PROVIDER_UNREACHABLE', message, retryable: true };
  }
  if (!(error instanceof APIError) || error instanceof APIUserAbortError) {
    // A connection that breaks in mid-stream surfaces as `TypeError: terminated`.
    const message = 'The connection to the AI service broke.';
    return { code: 'PROVIDER_UNREACHABLE', message, retryable: true };
  }
  return verdictsOnCodes.get(error.code) ?? verdictsOnCodes.get(error.type) ?? verdictOnStatus(error.status);
}

const filtered: Verdict = {
  code: 'CONTENT_FILTERED',
  message:
    'The content filter of the AI service does not allow this. Change the instruction, then try again.',
  retryable: false,
};

const rateLimited: Verdict = {
  code: 'PROVIDER_RATE_LIMITED',
  message: 'The AI service is busy.',
  retryable: true,
};

const outOfQuota: Verdict = {
  code: 'PROVIDER_QUOTA_EXHAUSTED',
  message: 'The AI account is out of quota. Ask your administrator.',
  retryable: false,
};

const unpaid: Verdict = {
  code: 'PROVIDER_PAYMENT_REQUIRED',
  message: 'The AI account needs a payment (402). Ask your administrator.',
  retryable: false,
};

const badKey: Verdict = {
  code: 'PROVIDER_DENIED',
  message: 'The AI service rejected the API key. Ask your administrator to check it.',
  retryable: false,
};

const tooMuch: Verdict = {
  code: 'PROVIDER_BAD_REQUEST',
  message: 'This is too much for the AI model at once. Select fewer objects, or write less.',
  retryable: false,
};

/** Codes and types of errors that say more than a status, or stand in the place of one. */
const verdictsOnCodes: ReadonlyMap<unknown, Verdict> = new Map<unknown, Verdict>([
  ['insufficient_quota', outOfQuota],
  ['exceeded_current_quota_error', outOfQuota],
  ['budget_exceeded', outOfQuota],
  ['billing_hard_limit_reached', outOfQuota],
  ['billing_not_active', unpaid],
  ['insufficient_balance', unpaid],
  ['rate_limit_exceeded', rateLimited],
  ['content_policy_violation', filtered],
  ['content_filter', filtered],
  ['invalid_api_key', badKey],
  ['context_length_exceeded', tooMuch],
  [
    'invalid_prompt',
    {
      code: 'PROVIDER_REFUSED',
      message: 'The AI service does not accept this instruction. Change it, then try again.',
      retryable: false,
    },
  ],
  [
    // Groq reports an answer of its model that is not the JSON that was asked for.
    'json_validate_failed',
    { code: 'OUTPUT_INVALID', message: 'The answer of the AI model is not valid JSON.', retryable: true },
  ],
]);

const verdictsOnStatus: ReadonlyMap<number, Verdict> = new Map([
  [401, badKey],
  [402, unpaid],
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
  [413, tooMuch],
  [429, rateLimited],
]);

function verdictOnStatus(status: number | undefined): Verdict {
  if (status === undefined) {
    const message = 'The AI service failed while it was answering.';
    return { code: 'PROVIDER_UNAVAILABLE', message, retryable: true };
  }
  const known = verdictsOnStatus.get(status);
  if (known !== undefined) return known;
  if (status >= 500 || status === 408 || status === 409) {
    const message = `The AI service returned an error (${status}).`;
    return { code: 'PROVIDER_UNAVAILABLE', message, retryable: true };
  }
  const message = `The AI service rejected the request (${status}). Ask your administrator: the worker's log has the reason.`;
  return { code: 'PROVIDER_BAD_REQUEST', message, retryable: false };
}
