// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { notices } from '../../ui/messages/notice.ts';
import { click, render } from '../fixtures.tsx';
import { RetryWaiting } from './RetryWaiting.tsx';

test('all that wait for another attempt are tried at once, after a confirmation', async () => {
  const onRetried = vi.fn();
  const results = [{ __typename: 'RetryJobSuccess' }, { __typename: 'RetryJobSuccess' }];
  const { page, requests } = await render(<RetryWaiting waiting={102} onRetried={onRetried} />, {
    RetryWaitingJobs: { retryJobs: { __typename: 'RetryJobsSuccess', remainingCount: 100, results } },
  });
  expect(page.textContent).toContain('102 jobs failed for a temporary reason');
  await click('Try all now');
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('The 100 oldest ones are tried');
  await click('Try 100 jobs now');
  await expect.poll(() => onRetried.mock.calls).toHaveLength(1);
  expect(requests).toEqual([['RetryWaitingJobs', { first: 100 }]]);
  expect([...notices.get().values()]).toMatchObject([
    { text: '2 jobs are in the queue again. 100 more are left.' },
  ]);
});

test('nothing is offered when none waits', async () => {
  const { page } = await render(<RetryWaiting waiting={0} onRetried={() => undefined} />);
  expect(page.textContent).toBe('');
});
