import { expect, test } from 'vitest';
import { type DrawingAction, drawingKeys, isPressFor, type Press } from './drawingKeys.ts';
import { isOffered, undoKeyIn } from './keys.ts';

function eventOf(name: string) {
  const parts = name.split('+');
  const key = parts.at(-1) ?? '';
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const code = /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
  const modifiers = { ctrlKey: has('Ctrl'), metaKey: false, altKey: has('Alt'), shiftKey: has('Shift') };
  return { key, code, ...modifiers };
}
const press = (name: string) => isOffered(eventOf(name));

test.each([
  ...['v', 'R', '5', 'Escape', 'Delete', 'ArrowLeft', 'Shift+ArrowLeft', 'Ctrl+a', 'Ctrl+c'],
  ...['Ctrl+v', 'Ctrl+d', 'Shift+1', ' ', 'Tab', 'Enter'],
])('%s reaches the editor', (key) => {
  expect(press(key)).toBe(true);
});

test.each([
  ...[
    'p',
    '7',
    'x',
    'l',
    '6',
    'f',
    'k',
    '9',
    '?',
    'Ctrl+g',
    'Ctrl+k',
    'Ctrl+Delete',
    'Ctrl+o',
    'Ctrl+s',
    'Ctrl+f',
  ],
  ...['Alt+s', 'Ctrl+Shift+e', 'Shift+p', 'Alt+/'],
])('%s does not: it would draw, or do, what a canvas can’t hold', (key) => {
  expect(press(key)).toBe(false);
});

test.each([
  ['Ctrl+z', 'undo'],
  ['Ctrl+Shift+Z', 'redo'],
  ['Ctrl+y', 'redo'],
  ['z', null],
  ['Ctrl+Alt+z', null],
  ['Ctrl+Shift+y', null],
] as const)('%s is for %s, which the editor never gets to know of', (key, direction) => {
  expect(undoKeyIn(eventOf(key))).toBe(direction);
  if (direction) expect(press(key)).toBe(false);
});

/** A press as in the table of keys. */
function pressOf(keys: string): Press {
  const parts = keys.split('+');
  const name = keys.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const digit = keys.startsWith('Shift+') && /^\d$/.test(name);
  return {
    key: digit ? '!' : name,
    code: digit ? `Digit${name}` : '',
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
}

const tables = Object.entries(drawingKeys) as [DrawingAction, readonly string[]][];

test.each(tables.filter(([action]) => action !== 'move'))(
  'the keys that are listed for “%s” do that: %j',
  (action, all) => {
    for (const keys of all) {
      const isUndo = action === 'undo' || action === 'redo';
      expect(isPressFor(pressOf(keys), action)).toBe(true);
      expect(undoKeyIn(pressOf(keys))).toBe(isUndo ? action : null);
      expect(isOffered(pressOf(keys))).toBe(!isUndo);
    }
  },
);
