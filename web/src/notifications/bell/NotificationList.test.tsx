// @vitest-environment happy-dom
import { act } from 'react';
import { Provider } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '../../api/client/client.ts';
import { SocketContext } from '../../api/subscriptions/SocketContext.ts';
import { aJob } from '../../jobs/fixtures.ts';
import { announce, notices } from '../../ui/messages/notice.ts';
import { renderInPage } from '../../ui/renderInPage.ts';
import { bundleTopic } from '../endedJobs/endedJobText.ts';
import { readMark } from '../endedJobs/readMark.ts';
import { NotificationList } from './NotificationList.tsx';

const failed = aJob({
  id: 'failed',
  status: 'FAILED',
  canRetry: true,
  instruction: 'A plan',
  finishedAt: '2026-01-01T12:00:09Z',
  error: { __typename: 'JobError', code: 'PROVIDER_UNREACHABLE', message: 'No', retryable: true } as never,
});
const undone = {
  ...aJob({ id: 'undone', status: 'COMPLETED', finishedAt: '2026-01-01T12:00:00Z' }),
  canvasVersion: {
    __typename: 'CanvasVersion',
    number: 2,
    undoneBy: { __typename: 'CanvasVersion', number: 3 },
  },
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const canvas = { __typename: 'Canvas', id: 'canvas-1', title: 'A flow' };
  const edges = [failed, undone].map((job) => ({
    __typename: 'CanvasJobEdge',
    node: { ...job, __typename: 'CanvasJob', canvas },
  }));
  const jobs = { __typename: 'CanvasJobConnection', edges };
  vi.stubGlobal('fetch', async () => Response.json({ data: { jobs } }));
  readMark.set({ until: '2026-01-01T12:00:05Z', keys: [] });
});

afterEach(() => {
  notices.set(new Map());
  vi.unstubAllGlobals();
});

async function render(): Promise<HTMLElement> {
  const socket = { subscribe: () => () => undefined };
  const page = await renderInPage(
    <Provider value={createApiClient()}>
      <SocketContext value={socket as never}>
        <NotificationList onClose={() => undefined} />
      </SocketContext>
    </Provider>,
  );
  await expect.poll(() => page.querySelectorAll('li').length).toBe(2);
  return page;
}

const unreadIn = (page: HTMLElement) =>
  [...page.querySelectorAll('li[data-unread] strong')].map((title) => title.textContent);

test('jobs are listed with their outcome, what is unread, and what can be done', async () => {
  const page = await render();
  expect(unreadIn(page)).toEqual(['New: A plan']);
  const [first, second] = [...page.querySelectorAll('li')];
  expect(first?.textContent).toContain('The connection to the AI service failed.');
  const actionsOf = (entry: Element | undefined) =>
    [...(entry?.querySelectorAll('button') ?? [])].map((button) => button.textContent);
  expect(actionsOf(first)).toEqual(['Open', 'Try again']);
  expect(actionsOf(second)).toEqual(['Open']);
});

test('all are marked as read', async () => {
  const page = await render();
  await act(async () => page.querySelector<HTMLElement>('.notification-list-head button')?.click());
  expect(unreadIn(page)).toEqual([]);
});

test('the toasts of listed jobs go', async () => {
  announce({ topic: 'failed', text: 'Failed' });
  announce({ topic: bundleTopic, text: '3 more jobs have ended' });
  announce({ topic: 'another', text: 'Canvas drawn' });
  await render();
  expect([...notices.get().keys()]).toEqual(['another']);
});
