// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { OpsJobFragment } from '../../generated/graphql.ts';
import { enter, render } from '../fixtures.tsx';
import { OpsJobRow } from './OpsJobRow.tsx';

const job: OpsJobFragment = {
  id: 'job-1',
  instruction: 'a flow',
  status: 'QUEUED',
  type: 'CREATE_CANVAS',
  phase: 'QUEUED',
  progress: 0,
  priority: 'NORMAL',
  objectCount: 0,
  createdAt: '2026-01-01T10:00:00.000Z',
  attempts: [],
  nextAttemptAt: null,
  createdBy: { id: 'u', name: 'Ann' },
};
/** The second one is running. */
const attempts = [{ startedAt: '2026-01-01T10:00:01.000Z' }, { startedAt: '2026-01-01T10:02:00.000Z' }];
const now = Date.parse('2026-01-01T10:02:30.000Z');

async function renderRow(changes: Partial<OpsJobFragment>, answers = {}) {
  const onChanged = vi.fn();
  const row = <OpsJobRow job={{ ...job, ...changes }} now={now} onChanged={onChanged} />;
  return { onChanged, ...(await render(<ul>{row}</ul>, answers)) };
}

test.each([
  [{}, 'Ann · waiting for 2 min 30 s', ['select', 'Cancel']],
  [
    { attempts, nextAttemptAt: '2100-01-01T00:00:00.000Z' },
    'Ann · waiting for 2 min 30 s',
    ['Try now', 'select', 'Cancel'],
  ],
  [{ status: 'PROCESSING', attempts }, 'Ann · running for 30 s', ['Cancel']],
  [{ status: 'CANCELLING', attempts }, 'Ann · running for 30 s', []],
  [{ status: 'COMPLETED' }, 'Ann · 2 minutes ago', []],
] as const)('%j reads “%s” and offers %o', async (changes, facts, actions) => {
  const { page } = await renderRow(changes);
  expect(page.querySelector('.soft')?.textContent).toBe(facts);
  const controls = [...page.querySelectorAll('select, button')];
  expect(
    controls.map(({ tagName, textContent }) => (tagName === 'SELECT' ? 'select' : textContent.trim())),
  ).toEqual(actions);
});

test('the priority of a waiting job is changed', async () => {
  const success = {
    __typename: 'SetJobPrioritySuccess',
    job: { __typename: 'CanvasJob', ...job, priority: 'URGENT' },
  };
  const { page, requests, onChanged } = await renderRow({}, { SetJobPriority: { setJobPriority: success } });
  await enter(page.querySelector('select'), 'URGENT');
  await expect.poll(() => onChanged.mock.calls).toHaveLength(1);
  expect(requests).toEqual([['SetJobPriority', { input: { jobId: 'job-1', priority: 'URGENT' } }]]);
});
