// @vitest-environment happy-dom
import { CombinedError } from 'urql';
import { afterEach, expect, test } from 'vitest';
import { chooseLanguage } from '../../language/language.ts';
import { refusalText } from './refusalText.ts';
import { requestFailure } from './requestFailure.ts';

afterEach(() => chooseLanguage('en'));

const server = { message: 'English' };

test('what the server refuses is worded in the language of the page, or quoted', async () => {
  const quota = { ...server, __typename: 'QuotaExceededError', active: 20, limit: 20 };
  const invalid = {
    ...server,
    __typename: 'InputValidationError',
    fields: [{ code: 'INVALID', message: 'Odd.' }],
  };
  const long = { ...invalid, fields: [{ code: 'TOO_LONG', message: 'Too long.' }] };
  expect(refusalText(quota)).toMatch(/^You have 20 unfinished jobs/);
  expect(refusalText(invalid)).toBe('Odd.');
  expect(refusalText(long)).toBe('Too long.');
  const resetsAt = '2026-12-01T00:00:00.000Z';
  const budget = { scope: 'USER', unit: 'TOKENS', limit: 2_000, used: 2_100, resetsAt } as const;
  const usedUp = { ...server, __typename: 'BudgetExceededError', budget };
  expect(refusalText(usedUp)).toMatch(
    /^Your budget .*: 2,100 of 2,000 tokens\. .*(?:November|December)[^:]*:\d\d\D*$/,
  );
  const dollars = { ...budget, scope: 'INSTALLATION', unit: 'USD', limit: 5, used: 5 } as const;
  expect(refusalText({ ...usedUp, budget: dollars })).toMatch(/^The budget of this.*: \$5\.00 of \$5\.00/);
  const suspended = { ...server, __typename: 'JobsNotAcceptedError' };
  expect(refusalText({ ...suspended, reason: null, until: null })).toBe(
    'No new jobs are accepted at the moment. Try again later.',
  );
  expect(refusalText({ ...suspended, reason: 'Upgrade.', until: '2026-12-01T06:00:00.000Z' })).toMatch(
    /^No new jobs are accepted at the moment: Upgrade\. They will be from .*2026/,
  );
  const finished = { ...server, __typename: 'JobStateError', status: 'COMPLETED' } as const;
  const trash = {
    ...server,
    __typename: 'CanvasConflictError',
    canvas: { deletedAt: '2026-11-01T00:00:00Z' },
  };
  for (const refusal of [finished, trash]) expect(refusalText(refusal)).toBe('English');
  await chooseLanguage('de');
  expect(refusalText(usedUp)).toMatch(/^Das eigene Budget .*: 2\.100 von 2\.000 Tokens/);
  expect(refusalText(quota)).toMatch(/^20 Aufträge sind noch nicht fertig/);
  expect(refusalText({ ...server, __typename: 'NotFoundError' })).not.toContain('English');
  expect(refusalText(invalid)).toBe('Der Server hat das abgelehnt: „Odd.“');
  expect(refusalText(long)).toBe('Der Text ist zu lang.');
  for (const refusal of [finished, trash]) expect(refusalText(refusal)).not.toContain('English');
  expect(refusalText({ ...trash, canvas: { deletedAt: null } })).toContain('„English“');
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
