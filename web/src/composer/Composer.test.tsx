// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { availability } from '../api/outages/availability.ts';
import { TooltipProvider } from '../controls/Tooltip.tsx';
import { asNewCanvas } from '../creating/newCanvas.ts';
import type { CreateCanvasJobMutation, JobDetailFragment } from '../generated/graphql.ts';
import { aJob } from '../jobs/fixtures.ts';
import { handleShortcuts } from '../ui/keyboard/shortcuts.ts';
import { canvasPath } from '../ui/paths.ts';
import { Composer } from './Composer.tsx';

type Outcome = CreateCanvasJobMutation['createCanvasJob'];
type Request = {
  variables: { input: { instruction: string; idempotencyKey: string; selection?: string[] } };
};

const requests: Request[] = [];
const created: JobDetailFragment[] = [];
let answer: (outcome: Outcome | Error) => void;
let root: Root;
let page: HTMLElement;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  vi.stubGlobal('fetch', (_url: string, init: { body: string }) => {
    requests.push(JSON.parse(init.body));
    return new Promise<Response>((resolve, reject) => {
      answer = (outcome) =>
        outcome instanceof Error
          ? reject(outcome)
          : resolve(Response.json({ data: { createCanvasJob: outcome } }));
    });
  });
  await open();
});

/** Opens a new page with an empty composer, as a reload does. */
async function open(canvasId: string | null = null, selection: string[] = []): Promise<void> {
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  await act(async () => {
    root.render(
      <Provider value={createApiClient()}>
        <TooltipProvider>
          <Composer
            label="Describe"
            placeholder=""
            canvasId={canvasId}
            selection={selection}
            size="large"
            examples
            onCreated={(job) => created.push(job)}
          />
        </TooltipProvider>
      </Provider>,
    );
  });
}

async function close(): Promise<void> {
  await act(async () => root.unmount());
  page.remove();
}

afterEach(async () => {
  await close();
  requests.length = 0;
  created.length = 0;
  vi.unstubAllGlobals();
});

function field(): HTMLTextAreaElement {
  const found = page.querySelector('textarea');
  if (!found) throw new Error('There is no field');
  return found;
}

async function type(text: string): Promise<void> {
  await act(async () => {
    // React notices a change only through the element's own setter.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field(), text);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(init: KeyboardEventInit): Promise<void> {
  await act(async () => {
    field().dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  });
}

async function choose(label: string): Promise<void> {
  const button = [...page.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === label,
  );
  await act(async () => button?.click());
}

const respond = (outcome: Outcome | Error) => act(async () => answer(outcome));
const success: Outcome = { __typename: 'CreateCanvasJobSuccess', job: aJob() };
const alertText = () => page.querySelector('[role="alert"]')?.textContent;

test('the field gets the focus by a shortcut', async () => {
  const stop = handleShortcuts();
  expect(document.activeElement).not.toBe(field());
  await act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/' })));
  expect(document.activeElement).toBe(field());
  stop();
});

test.each([
  [true, 'fine'],
  [false, 'coarse'],
])('a new canvas opens with the focus in the field: %s with a %s pointer', async (isFocused, pointer) => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === `(pointer: ${pointer})` }));
  const openCanvas = async () => {
    await close();
    await open('canvas-1');
    return document.activeElement === field();
  };
  expect(await openCanvas()).toBe(false);
  asNewCanvas(canvasPath('canvas-1'));
  expect(await openCanvas()).toBe(isFocused);
  expect(await openCanvas()).toBe(false);
});

describe('the composer of a canvas with a selection', () => {
  const isLimited = () => page.querySelector('.composer-scope')?.getAttribute('aria-pressed') === 'true';
  const sentSelections = () => requests.map((request) => request.variables.input.selection);

  beforeEach(async () => {
    await close();
    await open('canvas', ['a', 'b']);
  });

  test('is limited to it by “them”, and not by the name of an object', async () => {
    await type('make them green');
    expect(isLimited()).toBe(true);
    await press({ key: 'Enter' });
    await respond(success);
    expect(isLimited()).toBe(false);
    await type('make Review green');
    await press({ key: 'Enter' });
    expect(sentSelections()).toEqual([['a', 'b'], []]);
  });

  test('is limited as the person has chosen, until that is what the text means', async () => {
    const toggle = () => choose('Change the selection only (2)');
    await type('make them green');
    await toggle();
    expect(isLimited()).toBe(false);
    await press({ key: 'Enter' });
    expect(sentSelections()).toEqual([[]]);
    await toggle();
    expect(isLimited()).toBe(true);
  });
});

describe('the composer', () => {
  test('Enter sends the trimmed text once, however often it is pressed', async () => {
    await type('  A kanban ');
    await press({ key: 'Enter' });
    await press({ key: 'Enter', metaKey: true });
    expect(requests.map((request) => request.variables.input.instruction)).toEqual(['A kanban']);
    await respond(success);
    expect(created).toHaveLength(1);
    expect(field().value).toBe('');
  });

  test('Shift+Enter, and Enter while a character is being composed, send nothing', async () => {
    await type('A kanban');
    await press({ key: 'Enter', shiftKey: true });
    await press({ key: 'Enter', isComposing: true });
    // Safari: the composition has ended before its Enter is pressed.
    await press({ key: 'Enter', keyCode: 229 });
    expect(requests).toEqual([]);
  });

  test('keeps the text across a reload, until its job is created', async () => {
    await type('A kanban');
    await close();
    await open();
    expect(field().value).toBe('A kanban');
    await press({ key: 'Enter' });
    await respond(success);
    await close();
    await open();
    expect(field().value).toBe('');
  });

  test('sends a text that may have arrived before the reload under the same key', async () => {
    await type('A kanban');
    await press({ key: 'Enter' });
    await close();
    await open();
    await press({ key: 'Enter' });
    const [first, second] = requests.map((request) => request.variables.input.idempotencyKey);
    expect(first).toBe(second);
  });

  test('an example replaces the text, which can be restored', async () => {
    await type('My own text');
    await choose('SWOT');
    await choose('Mind map');
    expect(field().value).toMatch(/^Mind map/);
    await choose('Restore your text');
    expect(field().value).toBe('My own text');
    expect(page.textContent).not.toContain('Restore your text');
  });

  test('keeps the text when the server cannot be reached, and tries again under the same key', async () => {
    await type('A kanban');
    await press({ key: 'Enter' });
    await respond(new TypeError('fetch failed'));
    expect(alertText()).toMatch(/Can’t reach the server/);
    expect(field().value).toBe('A kanban');
    await press({ key: 'Enter' });
    const [first, second] = requests.map((request) => request.variables.input.idempotencyKey);
    expect(first).toBe(second);
    await respond(success);
    expect(alertText()).toBe('');
  });

  test('hides the error of an outage when the connection is restored, and no other error', async () => {
    const reconnect = () =>
      act(async () => {
        availability.set('reconnecting');
        availability.set('available');
      });
    await type('A kanban');
    await press({ key: 'Enter' });
    await respond(new TypeError('fetch failed'));
    expect(alertText()).toMatch(/Can’t reach the server/);
    await reconnect();
    expect(alertText()).toBe('');
    await press({ key: 'Enter' });
    await respond({ __typename: 'QuotaExceededError', message: 'Too many jobs.', active: 20, limit: 20 });
    await reconnect();
    expect(alertText()).toMatch(/^You have 20 unfinished jobs/);
  });

  test('shows why the server rejected the text', async () => {
    await type('A kanban');
    await press({ key: 'Enter' });
    const message = 'Contains control characters.';
    const fields = [{ path: ['input', 'instruction'], code: 'CONTROL_CHARACTER' as const, message }];
    await respond({ __typename: 'InputValidationError', message: 'Invalid input', fields });
    expect(alertText()).toBe('Contains control characters.');
    expect(created).toEqual([]);
  });

  test('counts characters near the limit and does not send beyond it', async () => {
    await type('x'.repeat(4001));
    await press({ key: 'Enter' });
    expect(page.textContent).toContain('4,001 / 4,000');
    expect(requests).toEqual([]);
  });
});
