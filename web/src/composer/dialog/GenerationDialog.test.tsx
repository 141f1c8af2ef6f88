// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '../../api/client/client.ts';
import { SocketContext } from '../../api/subscriptions/SocketContext.ts';
import { createSocket } from '../../api/subscriptions/socket.ts';
import { TooltipProvider } from '../../controls/Tooltip.tsx';
import type { CreateCanvasJobMutation, JobDetailFragment } from '../../generated/graphql.ts';
import { aJob } from '../../jobs/fixtures.ts';
import { dismiss, notices } from '../../ui/messages/notice.ts';
import { canvasTarget } from './canvasTarget.ts';
import { GenerationDialogHost } from './GenerationDialogHost.tsx';
import { closeGenerationDialog, openGenerationDialog } from './openGenerationDialog.ts';
import { proposeJob } from './proposeJob.ts';

type Outcome = CreateCanvasJobMutation['createCanvasJob'];
type Input = {
  instruction: string;
  canvasId: string | null;
  selection: string[];
  priority: string;
  kind: string;
};

let inputs: (Input & { idempotencyKey: string })[];
let answer: (outcome: Outcome | Error) => void;
let changed: JobDetailFragment[];
let root: Root;

// The dialog is loaded when it opens first, which takes long while everything is compiled.
beforeAll(() => import('./GenerationDialog.tsx'), 60_000);

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', (_url: string, init: { body: string }) => {
    const { operationName, variables } = JSON.parse(init.body);
    inputs.push(variables.input);
    const field = `${operationName.slice(0, 1).toLowerCase()}${operationName.slice(1)}`;
    return new Promise<Response>((resolve, reject) => {
      answer = (outcome) =>
        outcome instanceof Error ? reject(outcome) : resolve(Response.json({ data: { [field]: outcome } }));
    });
  });
  localStorage.clear();
  window.history.replaceState(null, '', '/jobs');
  inputs = [];
  changed = [];
  const socket = createSocket('ws://localhost:1');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => {
    root.render(
      <Provider value={createApiClient()}>
        <SocketContext value={socket}>
          <TooltipProvider>
            <GenerationDialogHost />
          </TooltipProvider>
        </SocketContext>
      </Provider>,
    );
  });
});

afterEach(async () => {
  await act(async () => {
    closeGenerationDialog();
    root.unmount();
  });
  document.body.replaceChildren();
  canvasTarget.set(null);
  dismiss();
  vi.unstubAllGlobals();
});

function find<E extends Element>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

const field = () => find<HTMLTextAreaElement>('[role="dialog"] textarea');
const dialog = () => document.querySelector('[role="dialog"]');

const press = (target: Element, init: KeyboardEventInit) =>
  act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  });

async function open(): Promise<void> {
  await act(async () => openGenerationDialog());
  await vi.waitFor(() => act(async () => field()));
}

const type = (text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field(), text);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });

const choose = (label: RegExp, value: string) =>
  act(async () => {
    const labels = [...document.querySelectorAll<HTMLLabelElement>('[role="dialog"] label')];
    const select = labels.find(({ textContent }) => label.test(textContent))?.querySelector('select');
    if (!select) throw new Error(`There is no list ${label}`);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });

const check = (label: RegExp) =>
  act(async () => {
    const labels = [...document.querySelectorAll('label')];
    labels
      .find(({ textContent }) => label.test(textContent ?? ''))
      ?.querySelector('input')
      ?.click();
  });

const send = () => press(field(), { key: 'Enter', ctrlKey: true });
const respond = (outcome: Outcome | Error) => act(async () => answer(outcome));
const overQuota: Outcome = { __typename: 'QuotaExceededError', message: '', active: 20, limit: 20 };
const success = (job = aJob()): Outcome => ({ __typename: 'CreateCanvasJobSuccess', job });

const drop = (name: string, content: string) =>
  act(async () => openGenerationDialog([new File([content], name)]));

const cardText = () => find('[role="dialog"] .file-card').textContent;

async function waitForCard(): Promise<void> {
  await vi.waitFor(() => act(async () => cardText()));
}

const click = (label: RegExp) =>
  act(async () => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')];
    const name = (button: Element) => button.getAttribute('aria-label') ?? button.textContent ?? '';
    buttons.find((button) => label.test(name(button)))?.click();
  });

function openCanvas(selection: string[] = []): void {
  canvasTarget.set({ canvasId: 'canvas-1', selection, onCreated: (job) => changed.push(job) });
}

describe('the generation dialog', () => {
  test('sends with Ctrl+Enter, with the chosen priority and kind, and opens the new canvas', async () => {
    await open();
    await type('A kanban');
    await choose(/^Priority/, 'HIGH');
    await choose(/^Kind/, 'KANBAN');
    await press(field(), { key: 'Enter' });
    expect(inputs).toEqual([]);
    await send();
    expect(inputs).toMatchObject([
      { instruction: 'A kanban', canvasId: null, priority: 'HIGH', kind: 'KANBAN' },
    ]);
    await respond(success());
    expect(dialog()).toBeNull();
    expect(location.pathname).toBe('/c/canvas-1');
  });

  test('shows the job as queued before the server answers', async () => {
    await open();
    await type('A kanban');
    await send();
    expect(find('[role="dialog"] .pending-jobs').textContent).toBe('QueuedA kanban');
    await respond(overQuota);
    expect(find('[role="dialog"] .pending-jobs').textContent).toBe('');
  });

  test('keeps text and options after an outage, and sends it again under its key', async () => {
    await open();
    await type('A kanban');
    await choose(/^Priority/, 'LOW');
    await send();
    await respond(new TypeError('fetch failed'));
    expect(find('[role="dialog"] [role="alert"]').textContent).toMatch(/Can’t reach the server/);
    await act(async () => closeGenerationDialog());
    await open();
    expect(field().value).toBe('A kanban');
    await send();
    expect(inputs[1]).toEqual(inputs[0]);
  });

  test('changes the selected objects of the open canvas, or all, or makes a new one', async () => {
    openCanvas(['a', 'b', 'c']);
    await open();
    await type('Make it blue');
    await send();
    await respond(overQuota);
    await check(/^Change this canvas$/);
    await send();
    await respond(overQuota);
    await check(/^New canvas$/);
    await send();
    expect(inputs).toMatchObject([
      { instruction: 'Make it blue', canvasId: 'canvas-1', selection: ['a', 'b', 'c'] },
      { instruction: 'Make it blue', canvasId: 'canvas-1', selection: [] },
      { instruction: 'Make it blue', canvasId: null, selection: [] },
    ]);
  });

  test('tells the page of the open canvas about a job that changes it, and stays there', async () => {
    openCanvas();
    await open();
    await type('Make it blue');
    await send();
    await respond(success());
    expect(changed).toHaveLength(1);
    expect(location.pathname).toBe('/jobs');
  });

  test('stays open for another job and lists those that were sent', async () => {
    await open();
    await check(/another/);
    await type('A kanban');
    await send();
    await respond(success(aJob({ instruction: 'A kanban' })));
    expect(field().value).toBe('');
    expect(find('.sent-jobs').textContent).toContain('A kanban');
    expect(location.pathname).toBe('/jobs');
  });

  test('closing it while a request is under way keeps the job, and announces it', async () => {
    await open();
    await type('A kanban');
    await send();
    await act(async () => closeGenerationDialog());
    await respond(success());
    expect(location.pathname).toBe('/jobs');
    await act(async () => notices.get().get('page')?.action?.run());
    expect(location.pathname).toBe('/c/canvas-1');
  });

  test('a request that fails after it was closed is announced, and can be edited', async () => {
    await open();
    await type('A kanban');
    await send();
    await act(async () => closeGenerationDialog());
    await respond(overQuota);
    expect(notices.get().get('page')?.text).toMatch(/^You have 20 unfinished jobs/);
    await act(async () => notices.get().get('page')?.action?.run());
    expect(field().value).toBe('A kanban');
  });

  test('imports a diagram source beside what is on the open canvas', async () => {
    openCanvas(['a']);
    await drop('flow.mmd', 'flowchart LR');
    await waitForCard();
    expect(cardText()).toBe('flow.mmd12 bytes');
    await click(/^Import$/);
    expect(inputs).toMatchObject([{ source: 'flowchart LR', fileName: 'flow.mmd', canvasId: 'canvas-1' }]);
    await respond({ __typename: 'ImportDiagramSuccess', job: aJob() } as unknown as Outcome);
    expect(changed).toHaveLength(1);
    expect(dialog()).toBeNull();
  });

  test('keeps the file after an outage, and sends it again under the same key', async () => {
    await drop('flow.mmd', 'flowchart LR');
    await waitForCard();
    await click(/^Import$/);
    await respond(new TypeError('fetch failed'));
    expect(find('[role="dialog"] [role="alert"]').textContent).toMatch(/Can’t reach the server/);
    await click(/^Import$/);
    expect(inputs[1]).toEqual(inputs[0]);
  });

  test('opens the new canvas that an exported one becomes', async () => {
    openCanvas();
    await drop('canvas.json', '{"type":"collabcanvas"}');
    await waitForCard();
    await click(/^Import$/);
    expect(inputs).toMatchObject([{ json: '{"type":"collabcanvas"}' }]);
    const canvas = { id: 'canvas-2', title: 'Copy' };
    await respond({ __typename: 'CreateCanvasSuccess', canvas } as unknown as Outcome);
    expect(location.pathname).toBe('/c/canvas-2');
  });

  test('imports several files one after the other, and those that are left once more', async () => {
    const names = ['a.mmd', 'b.mmd', 'c.mmd'];
    await act(async () => openGenerationDialog(names.map((name) => new File(['mindmap'], name))));
    await waitForCard();
    const imported = (id: string) => {
      const job = aJob({ id, canvas: { id, title: id } });
      return respond({ __typename: 'ImportDiagramSuccess', job } as unknown as Outcome);
    };
    await click(/^Import 3 files$/);
    await imported('one');
    await respond(overQuota);
    expect(find('[role="dialog"] [role="alert"]').textContent).toMatch(/^You have 20 unfinished jobs/);
    await click(/^Import 2 files$/);
    await imported('two');
    await imported('three');
    expect(inputs.map((input) => Reflect.get(input, 'fileName'))).toEqual([
      ...['a.mmd', 'b.mmd', 'b.mmd', 'c.mmd'],
    ]);
    expect(dialog()).toBeNull();
    expect(location.pathname).toBe('/');
  });

  test('a file can be removed; text of a file goes below what is written', async () => {
    await open();
    await type('My steps:');
    await drop('flow.mmd', 'flowchart LR');
    await waitForCard();
    await click(/^Remove flow.mmd$/);
    await drop('notes.txt', 'one, two');
    await vi.waitFor(() => expect(field().value).toBe('My steps:\none, two'));
  });

  test('says why a file can’t be imported', async () => {
    await drop('empty.csv', '');
    await vi.waitFor(() =>
      expect(find('[role="dialog"] .problem').textContent).toMatch(/empty\.csv is empty/),
    );
  });
});

describe('a proposed job', () => {
  const proposed = {
    ...({ instruction: 'Make it blue', kind: null, priority: 'LOW', selection: ['a', 'b'] } as const),
    canvas: { id: 'canvas-2', title: 'Bakery' },
  };

  async function propose(changes: Partial<Parameters<typeof proposeJob>[0]> = {}): Promise<void> {
    await act(async () => proposeJob({ ...proposed, ...changes }));
    await vi.waitFor(() => act(async () => field()));
  }

  const readOwn = () => localStorage.getItem('instruction:new');

  beforeEach(async () => {
    await open();
    await type('My own draft');
    await act(async () => closeGenerationDialog());
  });

  test('is sent for its canvas and objects, not from the cache, and the canvas can be opened', async () => {
    await propose();
    expect(field().value).toBe('Make it blue');
    expect(document.querySelector('fieldset')?.textContent).toContain('Change “Bakery”');
    await send();
    const { instruction, canvas, selection, priority } = proposed;
    expect(inputs).toMatchObject([
      { instruction, canvasId: canvas.id, selection, priority, useCache: false },
    ]);
    await respond(success(aJob({ canvas })));
    expect(dialog()).toBeNull();
    expect(location.pathname).toBe('/jobs');
    await act(async () => notices.get().get('page')?.action?.run());
    expect(location.pathname).toBe('/c/canvas-2');
  });

  test('can be sent for a new canvas', async () => {
    await propose();
    await check(/^New canvas$/);
    expect(field().value).toBe('Make it blue');
    await send();
    expect(inputs).toMatchObject([{ canvasId: null, selection: [] }]);
  });

  test('for a new canvas has its kind, also where a canvas is open', async () => {
    await act(async () => openCanvas());
    await propose({ canvas: null, selection: [], kind: 'KANBAN' });
    await send();
    expect(inputs).toMatchObject([{ canvasId: null, kind: 'KANBAN' }]);
  });

  test('leaves the draft as it is, which the dialog shows again afterwards', async () => {
    await propose();
    await type('Make it red');
    expect(readOwn()).toContain('My own draft');
    await send();
    await respond(success());
    await open();
    expect(field().value).toBe('My own draft');
  });

  test('that was changed and not sent can be returned to', async () => {
    await propose();
    await press(field(), { key: 'Escape' });
    expect(notices.get().get('page')).toBeUndefined();
    await propose();
    await type('Make it red');
    await press(field(), { key: 'Escape' });
    expect(notices.get().get('page')?.text).toBe('The changed instruction was not sent.');
    await act(async () => notices.get().get('page')?.action?.run());
    expect(field().value).toBe('Make it red');
  });

  test('that fails after the dialog was closed is proposed again', async () => {
    await propose();
    await type('Make it red');
    await send();
    await press(field(), { key: 'Escape' });
    expect(notices.get().get('page')).toBeUndefined();
    await respond(overQuota);
    await act(async () => notices.get().get('page')?.action?.run());
    expect(field().value).toBe('Make it red');
  });
});
