// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '../../api/client/client.ts';
import { createdJob, pendingSubmissions, showPending } from '../../creating/pendingSubmissions.ts';
import { newCanvasRequest } from '../../creating/submission.ts';
import type { JobDetailFragment } from '../../generated/graphql.ts';
import { aJob, aVersion } from '../../jobs/fixtures.ts';
import type { LiveCanvas } from '../../live/useLiveCanvas.ts';
import { notices } from '../../ui/messages/notice.ts';
import { beginSession } from '../session/sessionState.ts';
import { type JobUndo, useJobUndo } from './useJobUndo.ts';

const tidying = aJob({ id: 'tidy', type: 'TIDY_CANVAS', status: 'PROCESSING' });
const changing = aJob({ id: 'change', type: 'MODIFY_CANVAS', status: 'PROCESSING' });
const session = beginSession({ versionNumber: 4, objects: [], undoable: 4, redoable: null });
const edits = { session, current: () => session, revert: vi.fn(), command: vi.fn() };
const sent: unknown[] = [];
let undo: JobUndo;
let root: Root;

function Page({ jobs }: { jobs: readonly JobDetailFragment[] }) {
  undo = useJobUndo('canvas-1', { jobs, progress: null } as unknown as LiveCanvas, edits);
  return null;
}

const show = (...jobs: JobDetailFragment[]) =>
  act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <Page jobs={jobs} />
      </Provider>,
    ),
  );
const press = () => act(async () => undo.undoPending());
const notice = () => [...notices.get().values()].at(-1);

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body).variables.input);
    const cancelJob = { __typename: 'JobStateError', message: 'The job has already completed.' };
    return Response.json({ data: { cancelJob } });
  });
  vi.clearAllMocks();
  sent.length = 0;
  notices.set(new Map());
  pendingSubmissions.set([]);
  createdJob.set(null);
  root = createRoot(document.createElement('div'));
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

test('undo while the canvas is tidied up cancels that, once', async () => {
  await show(tidying);
  expect(undo.hasPending).toBe(true);
  expect(await press()).toBe(true);
  await show(tidying);
  expect(await press()).toBe(false);
  expect(sent).toEqual([{ jobId: 'tidy', keepPartial: false }]);
  await show({ ...tidying, status: 'CANCELLED' });
  expect(notice()?.text).toContain('was cancelled');
  expect(edits.command).not.toHaveBeenCalled();
});

test('a job that completes in spite of the cancel is undone', async () => {
  await show(tidying);
  await press();
  await show({ ...tidying, status: 'COMPLETED', canvasVersion: aVersion(5) });
  expect(edits.command.mock.calls).toEqual([[{ undoJob: 'tidy' }]]);
});

test('a completed job that the page has not read is undone', async () => {
  await show({ ...tidying, status: 'COMPLETED', canvasVersion: aVersion(5) });
  expect(await press()).toBe(true);
  expect(edits.command.mock.calls).toEqual([[{ undoJob: 'tidy' }]]);
});

test('undo while another job runs is about what was done before', async () => {
  await show(changing);
  expect(await press()).toBe(false);
  expect(sent).toEqual([]);
});

test('undo while another job is being created undoes what was done before it', async () => {
  const request = { ...newCanvasRequest, canvasId: 'canvas-1', instruction: 'More', key: 'k' };
  await show();
  await act(async () => pendingSubmissions.set([request]));
  expect(await press()).toBe(true);
  expect(edits.revert).not.toHaveBeenCalled();
  await act(async () => {
    createdJob.set(changing);
    pendingSubmissions.set([]);
  });
  expect(edits.revert).toHaveBeenCalledExactlyOnceWith('undo');
});

test('undo while a request is on its way cancels the job as soon as it is created', async () => {
  const created = { ...tidying, status: 'QUEUED', createdAt: '2026-01-02T00:00:00Z' } as const;
  const request = { ...newCanvasRequest, canvasId: 'canvas-1', instruction: 'Tidy up', key: 'k' };
  let answer: (job: JobDetailFragment) => void = () => undefined;
  const answered = new Promise<JobDetailFragment>((resolve) => {
    answer = resolve;
  });
  await show(aJob({ status: 'COMPLETED' }));
  await act(
    async () =>
      void showPending(
        request,
        () => answered,
        (job) => job,
      ),
  );
  expect(await press()).toBe(true);
  expect(sent).toEqual([]);
  await act(async () => answer(created));
  expect(sent).toEqual([{ jobId: 'tidy', keepPartial: false }]);
});

test('a request for another canvas is not undone', async () => {
  await show();
  const request = { ...newCanvasRequest, canvasId: 'canvas-2', instruction: 'More', key: 'k' };
  await act(async () => {
    pendingSubmissions.set([request]);
    createdJob.set(aJob({ canvas: { id: 'canvas-2', title: 'Other' } }));
  });
  expect(await press()).toBe(false);
});
