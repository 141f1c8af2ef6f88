// @vitest-environment happy-dom
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aConnector, aFrame, aShape } from '../../jobs/fixtures.ts';
import { leadContents } from './leadContents.ts';

const objects = [
  aFrame('frame'),
  aShape('one', { parentId: 'frame' }),
  aShape('two', { parentId: 'frame' }),
  aShape('locked', { parentId: 'frame', locked: true }),
  aShape('outside'),
  aConnector('arrow', 'one', 'two'),
];

let selectedElementIds: Record<string, true>;
let taken: string[];
let stop: () => void;

beforeEach(() => {
  selectedElementIds = { frame: true };
  taken = [];
  const api = {
    getAppState: () => ({ selectedElementIds }),
    updateScene({ appState }: { appState: { selectedElementIds: Record<string, true> } }) {
      selectedElementIds = appState.selectedElementIds;
    },
    onPointerDown: () => () => undefined,
    onPointerUp: () => () => undefined,
  };
  document.body.innerHTML =
    '<main><div class="excalidraw"><textarea></textarea></div><button></button></main>';
  for (const type of ['keydown', 'copy', 'cut']) {
    page().addEventListener(type, () => {
      taken = Object.keys(selectedElementIds);
    });
  }
  stop = leadContents(api as unknown as ExcalidrawImperativeAPI, () => objects);
});
afterEach(() => {
  stop();
});

const page = () => document.querySelector('main') ?? document.body;
function dispatch(event: Event, selector = '.excalidraw'): void {
  document.querySelector(selector)?.dispatchEvent(event);
}
const press = (key: string, init: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, bubbles: true, ...init });

test.each([
  ['an arrow key', press('ArrowDown', { shiftKey: true })],
  ['duplicating', press('d', { ctrlKey: true })],
  ['copying', new Event('copy', { bubbles: true })],
  ['cutting', new Event('cut', { bubbles: true })],
])('%s takes what lies in the selected frame along', (_name, event) => {
  dispatch(event);
  expect(taken).toEqual(['frame', 'one', 'two', 'arrow']);
  expect(selectedElementIds).toEqual({ frame: true });
});

test('copies that are selected by the command stay selected', () => {
  page().addEventListener('keydown', () => {
    selectedElementIds = { copy: true };
  });
  dispatch(press('d', { metaKey: true }));
  expect(selectedElementIds).toEqual({ copy: true });
});

test.each([
  ['another key', press('r'), '.excalidraw'],
  ['a key in a text', press('ArrowDown'), 'textarea'],
  ['a key elsewhere on the page', press('ArrowDown'), 'button'],
])('%s takes nothing along', (_name, event, selector) => {
  dispatch(event, selector);
  expect(taken).toEqual(['frame']);
});
