// @vitest-environment happy-dom
import { CombinedError } from 'urql';
import { afterEach, expect, test } from 'vitest';
import { chooseLanguage } from '../language/language.ts';
import { refusalText } from './refusalText.ts';
import { requestFailure } from './requestFailure.ts';

afterEach(() => chooseLanguage('en'));

const server = { message: 'English' };

test('what the server refuses is worded in the language of the page, or quoted', async () => {
  const quota = { ...server, __typename: 'QuotaExceededError', active: 20, limit: 20 };
  const invalid = { ...server, __typename: 'InputValidationError', fields: [{ message: 'Too long.' }] };
  expect(refusalText(quota)).toMatch(/^You have 20 unfinished jobs/);
  expect(refusalText(invalid)).toBe('Too long.');
  expect(refusalText({ ...server, __typename: 'JobStateError' })).toBe('English');
  await chooseLanguage('de');
  expect(refusalText(quota)).toMatch(/^20 Aufträge sind noch nicht fertig/);
  expect(refusalText({ ...server, __typename: 'NotFoundError' })).not.toContain('English');
  expect(refusalText(invalid)).toBe('Der Server hat das abgelehnt: „Too long.“');
});

test.each([
  ['INTERNAL_SERVER_ERROR', /^Auf dem Server .* \(Kennung r-1\)$/],
  ['SERVICE_UNAVAILABLE', /^Der Server hat eine Störung.* \(Kennung r-1\)$/],
  ['RATE_LIMITED', /^Zu viele Anfragen/],
  ['BAD_USER_INPUT', /„English“/],
])('a request that fails with %s is worded in the language of the page', async (code, text) => {
  await chooseLanguage('de');
  const requestId = code === 'BAD_USER_INPUT' || code === 'RATE_LIMITED' ? undefined : 'r-1';
  const error = new CombinedError({ graphQLErrors: [{ ...server, extensions: { code, requestId } }] });
  expect(requestFailure(error)).toEqual(expect.stringMatching(text));
});
