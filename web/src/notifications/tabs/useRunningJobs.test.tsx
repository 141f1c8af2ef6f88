// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '../../api/client/client.ts';
import { availability } from '../../api/outages/availability.ts';
import { SocketContext } from '../../api/subscriptions/SocketContext.ts';
import { aJob } from '../../jobs/fixtures.ts';
import { useRunningJobs } from './useRunningJobs.ts';

const Count = () => `${useRunningJobs().length} running`;

test('a job that ends during an outage does not run after it', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const jobs = { __typename: 'CanvasJobConnection', edges: [] };
  vi.stubGlobal('fetch', async () => Response.json({ data: { jobs } }));
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  onTestFinished(() => {
    act(() => root.unmount());
    vi.unstubAllGlobals();
  });
  let report: (result: unknown) => void = () => undefined;
  const subscribe = (_payload: unknown, sink: { next(result: unknown): void }) => {
    report = sink.next;
    return () => undefined;
  };
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <SocketContext value={{ subscribe } as never}>
          <Count />
        </SocketContext>
      </Provider>,
    ),
  );
  await act(async () => report({ data: { jobUpdates: aJob({ status: 'PROCESSING' }) } }));
  expect(page.textContent).toBe('1 running');
  await act(async () => availability.set('offline'));
  await act(async () => availability.set('available'));
  await expect.poll(() => page.textContent).toBe('0 running');
});
