// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test } from 'vitest';
import type { OpsWorkerFragment } from '../../generated/graphql.ts';
import { click, render } from '../fixtures.tsx';
import { Workers } from './Workers.tsx';

const now = new Date().toISOString();
const worker: OpsWorkerFragment = {
  id: 'w1',
  host: 'east',
  pid: 12,
  alive: true,
  maxConcurrent: 3,
  startedAt: now,
  heartbeatAt: now,
  stoppedAt: null,
  lost: false,
  running: [
    {
      number: 2,
      startedAt: now,
      job: { id: 'job-1', instruction: 'a flow\nof steps', phase: 'PLANNING', progress: 0.4 },
    },
  ],
};

const rowsOf = (page: HTMLElement) => [...page.querySelectorAll('tbody tr')].map((row) => row.textContent);

test('a worker shows what it runs, with a link to the job', async () => {
  const { page } = await render(<Workers alive={[worker]} />);
  expect(rowsOf(page)).toEqual([expect.stringMatching(/^east process 12just now.* ago1 of 3 slots in use/)]);
  const link = page.querySelector('td a');
  expect([link?.textContent, link?.getAttribute('href')]).toEqual(['a flow …', '/jobs/job-1']);
  expect(page.querySelector('td li')?.textContent).toContain('attempt 2, 40%');
});

test('workers that are gone are read on demand, and again as those that are alive', async () => {
  const gone = { ...worker, id: 'w0', host: 'west', alive: false, stoppedAt: now, running: [] };
  const lost = { ...gone, id: 'w-1', host: 'north', lost: true };
  const typed = [worker, gone, lost].map((entry) => ({ __typename: 'Worker', ...entry, running: [] }));
  const answers = { OpsGoneWorkers: { workers: typed.slice(0, 2) } };
  const { page, requests } = await render(<Workers alive={[worker]} />, answers);
  const isRead = () => requests.some(([name]) => name === 'OpsGoneWorkers');
  expect(isRead()).toBe(false);
  await click('Show stopped and lost workers');
  expect(isRead()).toBe(true);
  await expect.poll(() => rowsOf(page)).toHaveLength(2);
  answers.OpsGoneWorkers = { workers: typed };
  await act(async () => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => rowsOf(page)).toHaveLength(3);
  expect(rowsOf(page)[1]).toMatch(/^west process 12just nowstopped just now$/);
  expect(rowsOf(page)[2]).toMatch(/^north process 12just now.* agolost just now$/);
});

test('without a worker, it says that no job starts', async () => {
  const { page } = await render(<Workers alive={[]} />);
  expect(page.textContent).toContain('No job starts. Start a worker.');
});
