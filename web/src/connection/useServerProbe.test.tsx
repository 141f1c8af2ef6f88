// @vitest-environment happy-dom
import { act } from 'react';
import { Provider, useQuery } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { doc } from '../api/document.ts';
import { hasReadData, isFailing } from '../api/outages/availability.ts';
import { ActiveJobCountDocument } from '../generated/graphql.ts';
import { renderInPage } from '../ui/renderInPage.ts';
import { useServerProbe } from './useServerProbe.ts';

const badGateway = () => new Response('Bad gateway', { status: 502 });

function withoutDatabase(): Response {
  const error = { message: 'The database is down', extensions: { code: 'SERVICE_UNAVAILABLE' } };
  return Response.json({ data: { jobs: null }, errors: [error] });
}

function working(): Response {
  const jobs = { __typename: 'CanvasJobConnection', totalCount: 0, edges: [] };
  return Response.json({ data: { jobs } });
}

let answer: () => Response | Promise<Response>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async (_address: string, { signal }: RequestInit) => {
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    return Promise.race([answer(), aborted]);
  });
  isFailing.set(false);
  hasReadData.set(false);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Page() {
  const { isUnavailableAtLoad, tryNow } = useServerProbe();
  if (!isUnavailableAtLoad) return <Content />;
  return (
    <button type="button" onClick={tryNow}>
      Unavailable
    </button>
  );
}

function Content() {
  const [{ data }] = useQuery({ query: doc(ActiveJobCountDocument) });
  return data?.jobs ? 'Jobs' : 'Loading';
}

async function render(): Promise<HTMLElement> {
  const client = createApiClient();
  const page = await renderInPage(
    <Provider value={client}>
      <Page />
    </Provider>,
  );
  await pass(0);
  return page;
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test.each([
  ['a gateway without a server', badGateway],
  ['a server without a database', withoutDatabase],
])('a page that is opened with %s opens as soon as it answers', async (_what, failure) => {
  answer = failure;
  const page = await render();
  expect(page.textContent).toBe('Unavailable');
  await pass(60_000);
  expect(page.textContent).toBe('Unavailable');
  answer = working;
  await pass(15_000);
  await pass(0);
  expect(page.textContent).toBe('Jobs');
});

test('a request on a dead connection counts as failed after half a minute', async () => {
  answer = () => new Promise(() => undefined);
  const page = await render();
  await pass(29_000);
  expect(page.textContent).toBe('Loading');
  await pass(1_000);
  await pass(0);
  expect(page.textContent).toBe('Unavailable');
  answer = working;
  await pass(60_000);
  expect(page.textContent).toBe('Jobs');
});

test('the server is asked at once on request', async () => {
  answer = badGateway;
  const page = await render();
  await pass(60_000);
  answer = working;
  act(() => page.querySelector('button')?.click());
  await pass(0);
  await pass(0);
  expect(page.textContent).toBe('Jobs');
});

test('an outage later leaves what has been read on the page', async () => {
  answer = working;
  const page = await render();
  expect(page.textContent).toBe('Jobs');
  act(() => isFailing.set(true));
  answer = badGateway;
  await pass(1_000);
  expect(page.textContent).toBe('Jobs');
  expect(isFailing.get()).toBe(true);
});
