// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { TooltipProvider } from '../controls/Tooltip.tsx';
import { aJob } from '../jobs/fixtures.ts';
import { TidyCanvas } from './TidyCanvas.tsx';

type Request = { variables: { input: { canvasId: string; objectIds: string[]; idempotencyKey: string } } };

const requests: Request[] = [];
const onCreated = vi.fn();
let fails = false;
let root: Root;
let page: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    requests.push(JSON.parse(init.body));
    if (fails) throw new TypeError('no connection');
    return Response.json({ data: { tidyCanvas: { __typename: 'TidyCanvasSuccess', job: aJob() } } });
  });
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});

afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  requests.length = 0;
  fails = false;
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

type State = { isEmpty?: boolean; isReadOnly?: boolean; isSaved?: boolean; selection?: string[] };

async function show({ isEmpty = false, isReadOnly = false, isSaved = true, selection = [] }: State = {}) {
  await act(async () => {
    root.render(
      <Provider value={createApiClient()}>
        <TooltipProvider>
          <TidyCanvas canvasId="c" {...{ isEmpty, isReadOnly, isSaved, selection, onCreated }} />
        </TooltipProvider>
      </Provider>,
    );
  });
  const button = page.querySelector('button');
  if (button === null) throw new Error('there is no button');
  return button;
}

const click = (button: HTMLElement) => act(async () => button.click());

test('lays out all objects, or those that are selected', async () => {
  const button = await show();
  expect(button.textContent).toContain('Tidy up');
  await click(button);
  await expect.poll(() => onCreated.mock.calls.length).toBe(1);
  await click(await show({ selection: ['a'] }));
  await expect.poll(() => onCreated.mock.calls.length).toBe(2);
  expect(requests.map(({ variables }) => variables.input.objectIds)).toEqual([[], ['a']]);
});

test.each([{ isEmpty: true }, { isReadOnly: true }, { isSaved: false }])(
  'sends nothing with %o',
  async (state) => {
    const button = await show(state);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await click(button);
    expect(requests).toEqual([]);
  },
);

test('repeats a request that got no answer under its key', async () => {
  fails = true;
  const button = await show();
  await click(button);
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('false');
  fails = false;
  await click(button);
  await expect.poll(() => onCreated.mock.calls.length).toBe(1);
  const keys = new Set(requests.map(({ variables }) => variables.input.idempotencyKey));
  expect([requests.length, keys.size]).toEqual([2, 1]);
});
