// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseLanguage } from '../language/language.ts';
import { useCommands } from '../ui/keyboard/commands.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

let root: Root;

function App() {
  useCommands([
    { group: 'Drawing', title: 'Draw a box', keys: 'r' },
    { group: 'Actions', title: 'Search', keys: 'Mod+k', run: vi.fn() },
    { group: 'Drawing', title: 'Show everything', keys: 'Shift+1' },
    { group: 'Actions', title: 'Switch to dark theme', run: vi.fn() },
  ]);
  return <ShortcutsDialog isOpen />;
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<App />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  await chooseLanguage('en');
  document.body.replaceChildren();
});

test('the list of shortcuts has each command with keys, in its group', () => {
  const groups = [...document.querySelectorAll('[role="dialog"] section')].map((section) => [
    section.querySelector('h3')?.textContent,
    ...[...section.querySelectorAll('li')].map(({ textContent }) => textContent),
  ]);
  expect(groups).toEqual([
    ['Drawing', 'Draw a boxR', 'Show everythingShift+1'],
    ['Actions', 'SearchCtrl+K'],
  ]);
});

test('keys are named as on German keyboards', async () => {
  await act(async () => root.unmount());
  await chooseLanguage('de');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<App />));
  const keys = [...document.querySelectorAll('kbd')].map(({ textContent }) => textContent);
  expect(keys).toEqual(['R', 'Umschalt+1', 'Strg+K']);
});
