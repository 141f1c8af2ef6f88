// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '../api/client.ts';
import { connection } from '../api/socket.ts';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { aJob, event } from './fixtures.ts';
import { JobState } from './JobState.tsx';
import { applyJobEvent, beginProgress, type JobEvent, type JobProgress } from './jobProgress.ts';

/** Renders a job whose log has these events. */
async function renderJob(changes: Partial<JobDetailFragment>, events: JobEvent[]): Promise<HTMLElement> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const job = aJob(changes);
  const progress = events.reduce<JobProgress>(applyJobEvent, beginProgress(job));
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  onTestFinished(() => {
    act(() => root.unmount());
    page.remove();
  });
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <JobState job={job} progress={progress} />
      </Provider>,
    ),
  );
  return page;
}

/** The buttons that are offered for it. */
async function buttonsOf(changes: Partial<JobDetailFragment>, events: JobEvent[]): Promise<string[]> {
  const page = await renderJob(changes, events);
  return [...page.querySelectorAll('button')].map((button) => button.textContent.trim());
}

const cancelled = (kept: boolean) => [
  event.queued(1),
  event.started(2, 1),
  event.cancelRequested(3, 1, kept),
  event.cancelled(4, 1, kept),
];

test('a cancelled job without a partial result can be retried', async () => {
  expect(await buttonsOf({ canRetry: true }, cancelled(false))).toEqual(['Try again']);
});

test('a job that kept a partial result offers a new canvas instead', async () => {
  expect(await buttonsOf({ canRetry: false }, cancelled(true))).toEqual(['Draw on a new canvas']);
});

test('a change that kept a partial result cannot be retried', async () => {
  expect(await buttonsOf({ canRetry: false, type: 'MODIFY_CANVAS' }, cancelled(true))).toEqual([]);
});

test('a failed job can be retried only if the server allows it', async () => {
  const failed = [event.queued(1), event.started(2, 1), event.failed(3, 1)];
  expect(await buttonsOf({ canRetry: true }, failed)).toEqual(['Try again']);
  expect(await buttonsOf({ canRetry: false }, failed)).toEqual([]);
});

test('a retry that failed in an outage shows the error until the connection is restored', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  onTestFinished(() => void vi.unstubAllGlobals());
  const failed = [event.queued(1), event.started(2, 1), event.failed(3, 1)];
  const page = await renderJob({ canRetry: true }, failed);
  await act(async () => page.querySelector('button')?.click());
  await expect.poll(() => page.textContent).toContain('Can’t reach the server');
  await act(async () => {
    connection.set('lost');
    connection.set('live');
  });
  expect(page.textContent).not.toContain('Can’t reach the server');
});
