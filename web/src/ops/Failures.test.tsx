// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { notices } from '../ui/messages/notice.ts';
import { Failures } from './Failures.tsx';
import { button, click, render } from './fixtures.tsx';

const group = (code: string, count: number) => ({
  __typename: 'JobFailureGroup',
  code,
  count,
  lastFailedAt: '2026-01-01T10:00:00.000Z',
  latestJob: {
    __typename: 'CanvasJob',
    id: 'job=1',
    instruction: 'a flow',
    error: { __typename: 'JobError', code, message: `The message of ${code}.`, retryable: true },
    attempts: [
      { __typename: 'JobAttempt', number: 1, errorDetail: 'an earlier one' },
      { __typename: 'JobAttempt', number: 2, errorDetail: `The provider on ${code}` },
    ],
  },
});

const answers = (...groups: object[]) => ({ OpsFailures: { failureGroups: groups } });
const text = (page: HTMLElement) => page.textContent.replace(/\s+/g, ' ');

test('failures are shown in plain words, with their share, and lead to their jobs', async () => {
  const { page } = await render(
    <Failures window="day" />,
    answers(group('PROVIDER_DENIED', 3), group('OUTPUT_INVALID', 1)),
  );
  await expect.poll(() => page.querySelectorAll('li').length).toBe(2);
  expect(text(page)).toContain('The AI service rejected the API key.PROVIDER_DENIED · 3 jobs (75%)');
  expect(text(page)).toContain('The message of OUTPUT_INVALID.');
  expect(text(page)).toContain('The provider on OUTPUT_INVALID');
  expect(text(page)).not.toContain('an earlier one');
  const addresses = [...(page.querySelector('li')?.querySelectorAll('a') ?? [])].map((a) =>
    a.getAttribute('href'),
  );
  expect(addresses).toEqual(['/jobs/job%3D1', '/jobs?scope=all&status=failed&error=PROVIDER_DENIED']);
});

test('a time without failures says so', async () => {
  const { page } = await render(<Failures window="hour" />, answers());
  await expect.poll(() => text(page)).toContain('No failed jobs');
});

test('a group is retried after a confirmation, and what was refused is told', async () => {
  const results = [
    { __typename: 'RetryJobSuccess' },
    { __typename: 'QuotaExceededError', message: 'Too many unfinished jobs.' },
  ];
  const { requests } = await render(<Failures window="week" />, {
    ...answers(group('OUTPUT_INVALID', 120)),
    RetryFailedJobs: { retryJobs: { __typename: 'RetryJobsSuccess', remainingCount: 20, results } },
  });
  await expect.poll(() => button('Try all again')).toBeDefined();
  await click('Try all again');
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain(
    'The 100 oldest ones are tried first.',
  );
  await click('Try 100 jobs again');
  await expect
    .poll(() => [...notices.get().values()].map((notice) => notice.text))
    .toEqual([
      '1 job is in the queue again. 1 could not be tried again: Too many unfinished jobs. 20 more are left.',
    ]);
  expect(requests).toContainEqual([
    'RetryFailedJobs',
    { code: 'OUTPUT_INVALID', window: 'LAST_WEEK', first: 100 },
  ]);
});
