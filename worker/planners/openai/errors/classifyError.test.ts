import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { describe, expect, it } from 'vitest';
import type { PlannerErrorCode } from '../../../../src/jobs/jobErrorCode.ts';
import { PlannerError } from '../../plannerError.ts';
import { classifyError } from './classifyError.ts';

/** The client's error for an answer with this status. */
const answer = (status: number, code: string | null = null, headers: Record<string, string> = {}) =>
  APIError.generate(status, { error: { code, message: 'secret details' } }, undefined, new Headers(headers));

/** The client's error for one that comes within the stream, which has no status. */
const inStream = (code: string | undefined) =>
  new APIError(undefined, { code, message: 'no' }, undefined, new Headers());

describe('an answer of the provider', () => {
  it.each<[number, string | null, PlannerErrorCode, boolean]>([
    [400, null, 'PROVIDER_BAD_REQUEST', false],
    [400, 'context_length_exceeded', 'PROVIDER_BAD_REQUEST', false],
    [400, 'content_policy_violation', 'CONTENT_FILTERED', false],
    [400, 'content_filter', 'CONTENT_FILTERED', false],
    [401, 'invalid_api_key', 'PROVIDER_DENIED', false],
    [403, null, 'PROVIDER_DENIED', false],
    [404, 'model_not_found', 'PROVIDER_BAD_REQUEST', false],
    [408, null, 'PROVIDER_UNAVAILABLE', true],
    [409, null, 'PROVIDER_UNAVAILABLE', true],
    [413, null, 'PROVIDER_BAD_REQUEST', false],
    [422, null, 'PROVIDER_BAD_REQUEST', false],
    [429, null, 'PROVIDER_RATE_LIMITED', true],
    [429, 'rate_limit_exceeded', 'PROVIDER_RATE_LIMITED', true],
    [429, 'insufficient_quota', 'PROVIDER_QUOTA_EXHAUSTED', false],
    [500, null, 'PROVIDER_UNAVAILABLE', true],
    [502, null, 'PROVIDER_UNAVAILABLE', true],
    [503, null, 'PROVIDER_UNAVAILABLE', true],
    [504, null, 'PROVIDER_UNAVAILABLE', true],
    [529, null, 'PROVIDER_UNAVAILABLE', true],
  ])('of %i with the code %s is %s, worth another try: %s', (status, code, expected, retryable) => {
    const error = answer(status, code);
    const classified = classifyError(error);
    expect(classified).toMatchObject({ code: expected, retryable, cause: error });
    expect(classified.message).not.toContain('secret');
  });

  it.each([
    ['in seconds', { 'retry-after': '7' }, 7_000],
    ['in seconds, longer than the client itself would wait', { 'retry-after': '900' }, 900_000],
    ['in milliseconds', { 'retry-after-ms': '250' }, 250],
    ['not at all', {}, undefined],
  ])('says %s when to come back', (_how, headers, expected) => {
    expect(classifyError(answer(429, null, headers)).retryAfterMs).toBe(expected);
    expect(classifyError(answer(503, null, headers)).retryAfterMs).toBe(expected);
  });

  it('says when to come back as a date', () => {
    const date = new Date(Date.now() + 120_000).toUTCString();
    const milliseconds = classifyError(answer(429, null, { 'retry-after': date })).retryAfterMs ?? 0;
    expect(milliseconds).toBeGreaterThan(110_000);
    expect(milliseconds).toBeLessThanOrEqual(120_000);
  });

  it('that is final names no time to come back', () => {
    expect(
      classifyError(answer(429, 'insufficient_quota', { 'retry-after': '7' })).retryAfterMs,
    ).toBeUndefined();
  });
});

describe('no answer of the provider', () => {
  it.each<[string, Error, PlannerErrorCode]>([
    ['too late', new APIConnectionTimeoutError(), 'PROVIDER_CONNECT_TIMEOUT'],
    ['no connection', new APIConnectionError({ cause: new Error('ECONNREFUSED') }), 'PROVIDER_UNREACHABLE'],
    ['a connection that broke in mid-stream', new TypeError('terminated'), 'PROVIDER_UNREACHABLE'],
    ['a request that was aborted', new APIUserAbortError(), 'PROVIDER_UNREACHABLE'],
  ])('is worth another try: %s', (_what, error, code) => {
    expect(classifyError(error)).toMatchObject({ code, retryable: true, retryAfterMs: undefined });
  });
});

describe('an error within a stream', () => {
  it.each<[string | undefined, PlannerErrorCode, boolean]>([
    ['insufficient_quota', 'PROVIDER_QUOTA_EXHAUSTED', false],
    ['rate_limit_exceeded', 'PROVIDER_RATE_LIMITED', true],
    ['content_filter', 'CONTENT_FILTERED', false],
    ['invalid_prompt', 'PROVIDER_REFUSED', false],
    ['server_error', 'PROVIDER_UNAVAILABLE', true],
    ['of its own', 'PROVIDER_UNAVAILABLE', true],
    [undefined, 'PROVIDER_UNAVAILABLE', true],
  ])('is judged by its code: %s is %s, worth another try: %s', (code, expected, retryable) => {
    expect(classifyError(inStream(code))).toMatchObject({ code: expected, retryable });
  });
});

describe('a verdict', () => {
  it('that has been given already stands', () => {
    const error = new PlannerError('OUTPUT_INVALID', 'No plan.', { retryable: true });
    expect(classifyError(error)).toBe(error);
  });
});
