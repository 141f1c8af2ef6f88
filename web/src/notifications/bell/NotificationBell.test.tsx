// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '../../api/client/client.ts';
import { SocketContext } from '../../api/subscriptions/SocketContext.ts';
import { canvasPath } from '../../ui/paths.ts';
import { readMark } from '../endedJobs/readMark.ts';
import { NotificationBell } from './NotificationBell.tsx';

const finishedAt = ['2026-01-01T12:00:09.000Z', '2026-01-01T12:00:05.000Z'] as const;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const edges = finishedAt.map((finished, index) => ({
    __typename: 'CanvasJobEdge',
    node: {
      __typename: 'CanvasJob',
      id: `job-${index}`,
      status: 'COMPLETED',
      finishedAt: finished,
      canvas: { __typename: 'Canvas', id: `canvas-${index}` },
    },
  }));
  const jobs = { __typename: 'CanvasJobConnection', edges };
  vi.stubGlobal('fetch', async () => Response.json({ data: { jobs } }));
  localStorage.clear();
});

afterEach(() => {
  history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

async function render(): Promise<HTMLElement> {
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  onTestFinished(() => {
    act(() => root.unmount());
    page.remove();
  });
  const socket = { subscribe: () => () => undefined };
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <SocketContext value={socket as never}>
          <NotificationBell />
        </SocketContext>
      </Provider>,
    ),
  );
  return page;
}

const nameOf = (page: HTMLElement) => page.querySelector('button')?.getAttribute('aria-label');

test('on the first visit, all jobs so far are read, whatever the clock of the browser is', async () => {
  readMark.set({ until: null, keys: [] });
  const page = await render();
  await expect.poll(() => readMark.get()).toEqual({ until: finishedAt[0], keys: [] });
  expect(nameOf(page)).toBe('Notifications');
});

test('jobs are counted until the page of their canvas is open', async () => {
  readMark.set({ until: '2026-01-01T12:00:00.000Z', keys: [] });
  const page = await render();
  await expect.poll(() => nameOf(page)).toBe('Notifications, 2 unread');
  await act(async () => history.pushState(null, '', canvasPath('canvas-1')));
  await expect.poll(() => nameOf(page)).toBe('Notifications, 1 unread');
  await act(async () => history.pushState(null, '', canvasPath('canvas-0')));
  await expect.poll(() => nameOf(page)).toBe('Notifications');
  expect(readMark.get()).toEqual({ until: finishedAt[0], keys: [] });
});
