// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test } from 'vitest';
import { proposal } from '../composer/dialog/openGenerationDialog.ts';
import type { DashboardJobFragment } from '../generated/graphql.ts';
import { render } from '../ops/fixtures.tsx';
import { notices } from '../ui/messages/notice.ts';
import { aListedJob } from './fixtures.ts';
import { HistoryMenu } from './HistoryMenu.tsx';

const items = () => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];

async function openMenu(changes: Partial<DashboardJobFragment>, answers = {}) {
  const job = aListedJob({ id: 'job-1', status: 'FAILED', instruction: 'a flow', ...changes });
  const { page, requests } = await render(<HistoryMenu job={job} />, answers);
  const button = page.querySelector('[aria-label="Actions for “a flow”"]');
  await act(async () =>
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
  );
  return requests;
}

test.each([
  [{ canRetry: true }, ['Try again', 'Run again with changes', 'Copy link']],
  [{ canRetry: false }, ['Run again with changes', 'Copy link']],
  [{ type: 'TIDY_CANVAS' }, ['Copy link']],
] as const)('a job with %j has the actions %o', async (changes, actions) => {
  await openMenu(changes);
  expect(items().map(({ textContent }) => textContent)).toEqual(actions);
});

test('a job is tried again, and a refusal is shown', async () => {
  const refused = { __typename: 'JobStateError', message: 'The job is running.' };
  const requests = await openMenu({ canRetry: true }, { RetryJob: { retryJob: refused } });
  await act(async () => items()[0]?.click());
  await expect
    .poll(() => [...notices.get().values()])
    .toMatchObject([{ text: 'The job is running.', isFailure: true }]);
  expect(requests).toEqual([['RetryJob', { input: { jobId: 'job-1' } }]]);
});

test.each([
  ['CREATE_CANVAS', { canvas: null, selection: [] }],
  ['MODIFY_CANVAS', { canvas: { id: 'canvas-1', title: 'A flow' }, selection: ['a'] }],
] as const)(
  'a job of type %s is run again with changes, without touching the draft',
  async (type, target) => {
    localStorage.setItem('instruction:new', JSON.stringify({ text: 'Mine', submission: null }));
    await openMenu({ type, selection: ['a'], priority: 'URGENT' });
    await act(async () => items()[0]?.click());
    expect(proposal.get()).toMatchObject({ instruction: 'a flow', priority: 'HIGH', ...target });
    expect(localStorage.getItem('instruction:new')).toContain('Mine');
  },
);
