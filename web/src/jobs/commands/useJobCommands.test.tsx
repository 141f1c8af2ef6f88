// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '../../api/client/client.ts';
import type { JobDetailFragment } from '../../generated/graphql.ts';
import { currentCommands } from '../../ui/keyboard/commands.ts';
import { notices } from '../../ui/messages/notice.ts';
import { aJob } from '../fixtures.ts';
import { beginProgress } from '../state/jobProgress.ts';
import { useJobCommands } from './useJobCommands.ts';

type PageProps = { job: JobDetailFragment; isOnCanvas: boolean };

function Page({ job, isOnCanvas }: PageProps) {
  useJobCommands(job, beginProgress(job), { isOnCanvas });
  return null;
}

const refused = { __typename: 'JobStateError', message: 'The job has already completed.' };
const sent: unknown[] = [];

async function show(changes: Partial<JobDetailFragment>, isOnCanvas = true): Promise<void> {
  const root = createRoot(document.createElement('div'));
  onTestFinished(() => act(async () => root.unmount()));
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <Page job={aJob(changes)} isOnCanvas={isOnCanvas} />
      </Provider>,
    ),
  );
}

const titles = () => currentCommands().map(({ title }) => title);
const run = (title: string) =>
  act(async () =>
    currentCommands()
      .find((command) => command.title === title)
      ?.run?.(),
  );

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body).variables.input);
    return Response.json({ data: { cancelJob: refused } });
  });
  notices.set(new Map());
  sent.length = 0;
});

test.each<[Partial<JobDetailFragment>, string[]]>([
  [{ status: 'QUEUED' }, ['Cancel the job']],
  [{ status: 'QUEUED', nextAttemptAt: '2026-01-01T00:00:00Z' }, ['Cancel the job', 'Try now']],
  [
    { status: 'PROCESSING', objectCount: 2 },
    ['Cancel the job and keep the result so far', 'Cancel the job and discard the result'],
  ],
  [{ status: 'FAILED', canRetry: true }, ['Try again']],
  [{ status: 'FAILED', canRetry: false }, []],
  [{ status: 'COMPLETED' }, []],
])('a job with %j has the commands %j', async (changes, expected) => {
  await show(changes);
  expect(titles()).toEqual(expected);
});

test('elsewhere, the canvas of the job can be opened', async () => {
  await show({ status: 'COMPLETED' }, false);
  await run('Open the canvas of this job');
  expect(location.pathname).toBe('/c/canvas-1');
});

test('cancelling says what is kept, and a refusal is shown', async () => {
  await show({ status: 'PROCESSING', objectCount: 2 });
  await run('Cancel the job and keep the result so far');
  expect(sent).toEqual([{ jobId: 'job-1', keepPartial: true }]);
  await expect.poll(() => [...notices.get().values()]).toMatchObject([{ text: refused.message }]);
});
