// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { availability } from '../api/outages/availability.ts';
import { SocketContext } from '../api/subscriptions/SocketContext.ts';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { aJob } from '../jobs/fixtures.ts';
import { notices } from '../ui/messages/notice.ts';
import { canvasPath } from '../ui/paths.ts';
import { markRead, readMark } from './endedJobs/readMark.ts';
import { useReports } from './useReports.ts';

const openedAt = Date.parse('2026-01-01T12:00:00Z');

function ended(id: string, changes: Partial<JobDetailFragment> = {}): JobDetailFragment {
  const canvas = { __typename: 'Canvas', id: `canvas-${id}`, title: `Flow ${id}` } as const;
  return aJob({ id, status: 'COMPLETED', finishedAt: '2026-01-01T12:00:05Z', canvas, ...changes });
}

/** What the server answers to a query of the jobs that have ended. */
let jobs: JobDetailFragment[];
const Unseen = () => `${useReports(openedAt)} unseen`;

let report: (job: JobDetailFragment) => void;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async () => {
    const edges = jobs.map((job) => ({
      __typename: 'CanvasJobEdge',
      node: { ...job, __typename: 'CanvasJob' },
    }));
    return Response.json({ data: { jobs: { __typename: 'CanvasJobConnection', edges } } });
  });
  localStorage.clear();
  history.replaceState(null, '', '/jobs');
  readMark.set({ until: '2026-01-01T11:00:00Z', keys: [] });
  availability.set('available');
  jobs = [];
});

afterEach(() => {
  setVisibility('visible');
  notices.set(new Map());
  vi.unstubAllGlobals();
});

function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

async function render(): Promise<HTMLElement> {
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  onTestFinished(() => {
    act(() => root.unmount());
    page.remove();
  });
  const subscribe = (_payload: unknown, sink: { next(result: unknown): void }) => {
    report = (job) => sink.next({ data: { jobUpdates: job } });
    return () => undefined;
  };
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <SocketContext value={{ subscribe } as never}>
          <Unseen />
        </SocketContext>
      </Provider>,
    ),
  );
  return page;
}

const reported = (...ended: JobDetailFragment[]) => act(async () => ended.forEach(report));
const toasts = () => [...notices.get().values()].map(({ title, text }) => title ?? text);

test('a toast shows that a job has ended, and goes when the job is read or queued again', async () => {
  await render();
  await reported(ended('a'), ended('b', { status: 'FAILED', instruction: 'A plan' }));
  expect(toasts()).toEqual(['Flow a', 'A plan']);
  act(() => markRead(ended('a')));
  expect(toasts()).toEqual(['A plan']);
  await reported(ended('b', { status: 'QUEUED', finishedAt: null }));
  expect(toasts()).toEqual([]);
});

test('a job whose canvas is open shows none, and is read', async () => {
  history.replaceState(null, '', canvasPath('canvas-a'));
  await render();
  await reported(ended('a'));
  expect(toasts()).toEqual([]);
  expect(readMark.get().keys).toHaveLength(1);
});

test('of many jobs that end, toasts show two, and the number of the others', async () => {
  await render();
  await reported(...['a', 'b', 'c', 'd', 'e'].map((id) => ended(id)));
  expect(toasts()).toEqual(['Flow a', 'Flow b', '3 more jobs have ended']);
});

test('toasts wait for a hidden tab, and are not shown for what is read meanwhile', async () => {
  setVisibility('hidden');
  const page = await render();
  await reported(ended('a'), ended('b'));
  expect(page.textContent).toBe('2 unseen');
  expect(toasts()).toEqual([]);
  act(() => markRead(ended('a')));
  expect(page.textContent).toBe('1 unseen');
  await act(async () => setVisibility('visible'));
  expect(page.textContent).toBe('0 unseen');
  expect(toasts()).toEqual(['Flow b']);
});

test('jobs that ended during an outage are reported after it, once', async () => {
  await render();
  await reported(ended('a'));
  await act(async () => availability.set('offline'));
  jobs = [ended('c'), ended('b'), ended('a'), ended('old', { finishedAt: '2026-01-01T11:59:00Z' })];
  await act(async () => availability.set('available'));
  await expect.poll(toasts).toEqual(['Flow a', 'Flow b', '1 more job has ended']);
});
