// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { SocketContext } from '../api/subscriptions/SocketContext.ts';
import { createSocket } from '../api/subscriptions/socket.ts';
import { TooltipProvider } from '../controls/Tooltip.tsx';
import { aJob, aShape } from '../jobs/fixtures.ts';
import { HomeLists } from './HomeLists.tsx';

type Body = { query: string; variables: Record<string, unknown> };
type Answer = (data: object) => void;

let root: Root;
let place: HTMLElement;
let waiting: { name: string; variables: Body['variables']; answer: Answer }[];

const pageInfo = {
  __typename: 'PageInfo',
  startCursor: null,
  endCursor: null,
  hasNextPage: false,
  hasPreviousPage: false,
};
const connection = (typename: string, nodes: readonly object[]) => ({
  __typename: `${typename}Connection`,
  totalCount: nodes.length,
  pageInfo,
  edges: nodes.map((node) => ({ __typename: `${typename}Edge`, node })),
});
const canvas = {
  __typename: 'Canvas',
  id: 'canvas-1',
  title: 'Bakery',
  versionNumber: 1,
  objectCount: 0,
  updatedAt: '2026-01-01T00:00:00Z',
  objects: [],
};
const running = {
  __typename: 'CanvasJob',
  ...aJob({ status: 'PROCESSING', progress: 0.4, finishedAt: null }),
  canvas: { __typename: 'Canvas', id: 'canvas-1', title: 'Bakery' },
};
const queued = { ...running, id: 'job-2', status: 'QUEUED', createdAt: '2026-01-02T00:00:00Z' };

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  waiting = [];
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    const { query, variables } = JSON.parse(body) as Body;
    const name = /query (\w+)/.exec(query)?.[1] ?? '';
    return new Promise((resolve) => {
      waiting.push({ name, variables, answer: (data) => resolve(Response.json({ data })) });
    });
  });
  localStorage.clear();
  history.replaceState(null, '', '/');
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <SocketContext value={createSocket('ws://localhost:1')}>
          <TooltipProvider>
            <HomeLists />
          </TooltipProvider>
        </SocketContext>
      </Provider>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

/** Answers the requests for a document that wait. */
function answer(name: string, data: object | ((variables: Body['variables']) => object)): Promise<void> {
  return act(async () => {
    const [found, others] = [
      waiting.filter((one) => one.name === name),
      waiting.filter((one) => one.name !== name),
    ];
    waiting = others;
    for (const one of found) one.answer(typeof data === 'function' ? data(one.variables) : data);
  });
}

const answerCanvases = (nodes: readonly object[]) =>
  answer('Canvases', { canvases: connection('Canvas', nodes) });
const answerJobs = (active: readonly object[]) =>
  answer('Jobs', ({ filter }) => ({ jobs: connection('CanvasJob', filter ? active : [running]) }));
async function answerRest(planner = 'openai'): Promise<void> {
  await answer('DeletedCanvases', { canvases: connection('Canvas', []) });
  await answer('Session', {
    viewer: null,
    system: { __typename: 'System', planner, model: null, graphiql: true },
  });
}

const isSkeleton = () => place.querySelector('[aria-busy="true"]') !== null;
const note = () => place.querySelector('aside');

describe('the lists of the start page', () => {
  test('appear together, when all of them are read', async () => {
    await answerJobs([]);
    await answerRest();
    expect(isSkeleton()).toBe(true);
    expect(place.textContent).not.toContain('Recent jobs');
    await answerCanvases([canvas]);
    expect(isSkeleton()).toBe(false);
    expect(place.textContent).toMatch(/Bakery.*Recent jobs/);
  });

  test('show each unfinished job on the card of its canvas', async () => {
    await answerJobs([]);
    await answerRest();
    await answerCanvases([canvas]);
    await answerJobs([queued, running]);
    const card = place.querySelector('a.canvas-card');
    expect([...(card?.querySelectorAll('.badge') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Running',
      'Queued',
    ]);
    expect(card?.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('40');
  });

  test('invite to create the first canvas, with examples that become the draft', async () => {
    await answerJobs([]);
    await answerRest();
    await answerCanvases([]);
    expect(place.querySelector('h3')?.textContent).toBe('No canvases yet');
    await act(async () => place.querySelector<HTMLElement>('.first-canvas-example')?.click());
    expect(localStorage.getItem('instruction:new')).toContain('Onboarding flow: sign up');
    expect(note()).toBeNull();
  });

  test('explain how to connect a model until that is dismissed', async () => {
    await answerJobs([]);
    await answerRest('sketcher');
    await answerCanvases([]);
    expect(note()?.querySelectorAll('li')).toHaveLength(3);
    await act(async () => note()?.querySelector('button')?.click());
    expect(note()).toBeNull();
    expect(localStorage.getItem('dismissed:sketcher-note')).not.toBeNull();
  });

  test('search on the server, and offer all canvases when nothing is found', async () => {
    await answerJobs([]);
    await answerRest();
    await answerCanvases([canvas]);
    await act(async () => history.replaceState(null, '', '/?q=zoo&sort=created'));
    expect(waiting.find(({ name }) => name === 'Canvases')?.variables).toEqual({
      first: 12,
      filter: { text: 'zoo' },
      orderBy: 'CREATED_AT_DESC',
    });
    await answerCanvases([]);
    expect(place.querySelector('.empty')?.textContent).toContain('No canvas has “zoo” in its title');
    await act(async () => place.querySelector<HTMLElement>('.empty button')?.click());
    expect(location.search).toBe('?sort=created');
  });

  test('export a canvas from the menu of its card, in the formats of its page', async () => {
    await answerJobs([]);
    await answerRest();
    await answerCanvases([{ ...canvas, objects: [{ ...aShape('a'), color: 'BLUE' }] }]);
    await pressOn('[aria-label="Actions for Bakery"]', 'Enter');
    expect(itemTexts()).toEqual(['Rename', 'Duplicate', 'Export', 'Delete']);
    await pressOn('[role="menuitem"][aria-haspopup="menu"]', 'ArrowRight');
    expect(itemTexts().slice(4)).toEqual([
      ...['PNG image', 'SVG image', 'Mermaid fileNeeds at least one arrow', 'JSON file', 'Excalidraw file'],
    ]);
    const json = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')][7];
    await act(async () => json?.click());
    await vi.waitFor(() =>
      expect(waiting.find(({ name }) => name === 'CanvasToExport')?.variables).toEqual({ id: 'canvas-1' }),
    );
  });
});

const itemTexts = () =>
  [...document.querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent);

function pressOn(selector: string, key: string): Promise<void> {
  const target = document.querySelector(selector);
  return act(async () => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}
