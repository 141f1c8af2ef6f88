// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Command, useCommands } from './commands.ts';
import { handleShortcuts, nameOfPress } from './shortcuts.ts';

const run = { n: vi.fn(), search: vi.fn(), goToJobs: vi.fn(), help: vi.fn() };
const commands: readonly Command[] = [
  { group: 'A', title: 'New', keys: 'n', run: run.n },
  { group: 'A', title: 'Search', keys: 'Mod+k', run: run.search },
  { group: 'A', title: 'Jobs', keys: 'g j', run: run.goToJobs },
  { group: 'A', title: 'Help', keys: '?', run: run.help },
  { group: 'B', title: 'Box', keys: 'r' },
];

function Page() {
  useCommands(commands);
  return (
    <>
      <input aria-label="Text" />
      <select aria-label="Choice" />
      <div data-takes-letters="" />
      <div role="dialog">
        <button type="button">In a dialog</button>
      </div>
    </>
  );
}

let root: Root;
let stop: () => void;
const seen = vi.fn();

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.clearAllMocks();
  document.body.innerHTML = '<div id="place"></div>';
  root = createRoot(document.querySelector('#place') ?? document.body);
  await act(async () => root.render(<Page />));
  stop = handleShortcuts();
  document.body.addEventListener('keydown', seen);
});

afterEach(async () => {
  stop();
  document.body.removeEventListener('keydown', seen);
  await act(async () => root.unmount());
});

function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
}

const find = (selector: string) => document.querySelector(selector) ?? document.body;

describe('shortcuts', () => {
  test('run their command, and no one else gets the key', () => {
    press('n');
    press('?', { shiftKey: true });
    expect([run.n, run.help].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    expect(seen).not.toHaveBeenCalled();
  });

  test('of two keys run when these are pressed one after the other', () => {
    press('j');
    press('g');
    press('x');
    press('j');
    expect(run.goToJobs).not.toHaveBeenCalled();
    press('g');
    press('j');
    expect(run.goToJobs).toHaveBeenCalledOnce();
  });

  test('a key that continues no sequence is a shortcut of its own', () => {
    press('g');
    press('n');
    expect(run.n).toHaveBeenCalledOnce();
  });

  test('that another part of the page handles are left to it', () => {
    press('r');
    expect(seen).toHaveBeenCalledOnce();
  });

  test.each(['input', 'select', '[data-takes-letters]', '[role="dialog"] button'])(
    'letters in %s are none',
    (selector) => {
      press('n', {}, find(selector));
      press('k', { ctrlKey: true }, find(selector));
      expect(run.n).not.toHaveBeenCalled();
      expect(run.search).toHaveBeenCalledOnce();
    },
  );

  test('end with the component that has added them', async () => {
    await act(async () => root.render(null));
    press('n');
    expect(run.n).not.toHaveBeenCalled();
  });
});

test.each([
  [{ key: 'N' }, 'n'],
  [{ key: 'N', shiftKey: true }, null],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'k', metaKey: true }, 'Mod+k'],
  [{ key: 'K', ctrlKey: true, shiftKey: true }, null],
  [{ key: 'n', altKey: true }, null],
  [{ key: 'Shift', shiftKey: true }, null],
])('the press %o is %s', (press, name) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  expect(nameOfPress({ ...none, ...press })).toBe(name);
});
