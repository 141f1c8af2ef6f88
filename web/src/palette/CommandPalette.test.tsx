// @vitest-environment happy-dom
import { act, useSyncExternalStore } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import type { PaletteQuery, PaletteQueryVariables } from '../generated/graphql.ts';
import { useCommands } from '../ui/keyboard/commands.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { overlay } from './overlay.ts';

const create = vi.fn();
const held: (() => void)[] = [];
let holdsAnswers = false;
const asked: PaletteQueryVariables[] = [];
let root: Root;

const canvas = {
  __typename: 'Canvas',
  id: 'c1',
  title: 'Bakery',
  objectCount: 3,
  updatedAt: '2026-01-01T00:00:00Z',
};
const job = {
  __typename: 'CanvasJob',
  id: 'j1',
  instruction: 'A flow of a bakery',
  status: 'QUEUED',
  nextAttemptAt: '2026-01-01T00:00:00Z',
  createdAt: '2026-01-01T00:00:00Z',
};

/** What the server has: two canvases, and a job about the first. */
function answerTo({ canvasFilter, hasText }: PaletteQueryVariables): PaletteQuery {
  const text = canvasFilter?.text ?? '';
  const matching = <Node,>(type: string, nodes: Node[], textOf: (node: Node) => string) => ({
    __typename: `${type}Connection`,
    edges: nodes
      .filter((node) => textOf(node).toLowerCase().includes(text))
      .map((node) => ({ __typename: 'Edge', node })),
  });
  const zoo = { ...canvas, id: 'c2', title: 'Zoo' };
  const canvases = matching('Canvas', [canvas, zoo], ({ title }) => title);
  const jobs = matching('CanvasJob', [job], ({ instruction }) => instruction);
  return (hasText ? { canvases, jobs } : { canvases }) as unknown as PaletteQuery;
}

function App() {
  useCommands([
    { group: 'Actions', title: 'New canvas', keys: 'n', run: create },
    { group: 'Canvas', title: 'Draw a box', keys: 'r' },
  ]);
  const isOpen = useSyncExternalStore(overlay.subscribe, overlay.get) === 'palette';
  return (
    <>
      <button type="button">Before</button>
      <CommandPalette isOpen={isOpen} />
    </>
  );
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { variables } = JSON.parse(body);
    asked.push(variables);
    if (holdsAnswers) await new Promise<void>((resolve) => held.push(resolve));
    return Response.json({ data: answerTo(variables) });
  });
  Element.prototype.scrollIntoView = () => undefined;
  history.replaceState(null, '', '/');
  asked.length = 0;
  holdsAnswers = false;
  create.mockReset();
  overlay.set(null);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <App />
      </Provider>,
    ),
  );
  document.querySelector('button')?.focus();
  await act(async () => overlay.set('palette'));
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const field = () => document.querySelector<HTMLInputElement>('[role="combobox"]') ?? new HTMLInputElement();
const options = () => [...document.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent);

const selected = () => document.querySelector('[role="option"][aria-selected="true"]');

/** What the field names to screen readers as the current option. */
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

async function type(text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const pause = () => act(async () => void (await vi.advanceTimersByTimeAsync(150)));

const emptyText = () => document.querySelector('[cmdk-empty]')?.textContent;

/** Lets the server answer. */
const answer = () => act(async () => void held.splice(0).map((resolve) => resolve()));

/** What is chosen runs once the palette is closed. */
async function press(key: string): Promise<void> {
  await act(async () => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
}

describe('the command palette', () => {
  test('lists the commands that can be run, and the canvases changed last', async () => {
    await pause();
    expect(options()).toEqual([
      'New canvasN',
      expect.stringContaining('Bakery'),
      expect.stringContaining('Zoo'),
    ]);
  });

  test('finds canvases and jobs on the server, once for a text', async () => {
    for (const text of ['b', 'bak', 'bakery']) await type(text);
    await pause();
    expect(asked.map(({ canvasFilter }) => canvasFilter?.text)).toEqual([undefined, 'bakery']);
    expect(options()).toEqual([
      expect.stringContaining('Bakery3 objects'),
      expect.stringMatching(/A flow of a bakery.*Retrying now/),
    ]);
  });

  test('opens the chosen entry by the keyboard, and closes', async () => {
    await type('bakery');
    await pause();
    await press('ArrowDown');
    await press('Enter');
    expect(location.pathname).toBe('/jobs/j1');
    expect(overlay.get()).toBeNull();
  });

  test('runs a command that has all words of the text', async () => {
    await type('canvas NEW');
    await press('Enter');
    expect(create).toHaveBeenCalledOnce();
    expect(overlay.get()).toBeNull();
  });

  test('returns the focus before a command runs, so that the command can move it', async () => {
    let focused: string | null | undefined;
    create.mockImplementation(() => {
      focused = document.activeElement?.textContent;
    });
    await type('new canvas');
    await press('Enter');
    expect(focused).toBe('Before');
  });

  test('selects the first result after the list has changed', async () => {
    await pause();
    await type('flow');
    await pause();
    expect(options()).toEqual([expect.stringContaining('A flow of a bakery')]);
    expect(selected()?.textContent).toContain('A flow of a bakery');
    expect(active()).toBe(selected());
    await press('Enter');
    expect(location.pathname).toBe('/jobs/j1');
  });

  test('leaves the selection where the person has moved it when an answer comes late', async () => {
    await pause();
    holdsAnswers = true;
    await type('a');
    await pause();
    await press('ArrowDown');
    expect(selected()?.textContent).toContain('Bakery3 objects');
    await answer();
    expect(options()).toHaveLength(3);
    expect(selected()?.textContent).toContain('Bakery3 objects');
    expect(active()).toBe(selected());
  });

  test('narrows what is listed while the server searches, so that Enter opens no other result', async () => {
    await pause();
    holdsAnswers = true;
    await type('zoo');
    expect(options()).toEqual([expect.stringContaining('Zoo')]);
    expect(selected()?.textContent).toContain('Zoo');
    await type('flow');
    await press('Enter');
    expect(location.pathname).toBe('/');
    expect(emptyText()).toBe('Searching…');
    await pause();
    await answer();
    expect(selected()?.textContent).toContain('A flow of a bakery');
  });

  test('reports when nothing is found', async () => {
    await type('garden');
    await pause();
    expect(options()).toEqual([]);
    expect(emptyText()).toBe('Nothing found for “garden”');
  });
});
