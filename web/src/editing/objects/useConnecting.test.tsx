// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aShape } from '../../jobs/fixtures.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { notices } from '../../ui/messages/notice.ts';
import type { Editor } from '../editor/useEditor.ts';
import { type Connecting, canConnect, useConnecting } from './useConnecting.ts';

let root: Root;
let connecting: Connecting;
const perform = vi.fn((_objects: readonly CanvasObject[]): void => undefined);

function editorWith(...selected: string[]): Editor {
  const objects = [aShape('one'), aShape('two', { x: 500 })];
  const editor = { sceneSync: { objects, perform }, state: { tool: 'select', selected } };
  return editor as unknown as Editor;
}

function Page({ editor }: { editor: Editor }) {
  connecting = useConnecting(editor);
  return null;
}

const select = (...ids: string[]) => act(async () => root.render(<Page editor={editorWith(...ids)} />));
const run = (action: () => void) => act(async () => action());
const connected = () =>
  perform.mock.calls.map(([objects]) => {
    const added = objects.at(-1);
    return added?.__typename === 'Connector' ? [added.fromId, added.toId] : added;
  });

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  perform.mockClear();
  notices.set(new Map());
  root = createRoot(document.createElement('div'));
});
afterEach(async () => {
  await act(async () => root.unmount());
});

test('two selected objects are connected at once', async () => {
  await select('one', 'two');
  await run(() => connecting.connect());
  expect(connected()).toEqual([['one', 'two']]);
  expect(connecting.isUnderway).toBe(false);
});

test('from one selected object, the arrow ends at the next one that is confirmed, and the hint goes', async () => {
  await select('one');
  await run(() => connecting.connect());
  expect(notices.get().size).toBe(1);
  expect(connecting.confirm()).toBe(false);
  await select('two');
  await run(() => connecting.confirm());
  expect(connected()).toEqual([['one', 'two']]);
  expect(connecting.isUnderway).toBe(false);
  expect(notices.get().size).toBe(0);
});

test('an arrow that is cancelled is not drawn', async () => {
  await select('one');
  await run(() => connecting.connect());
  await run(() => connecting.cancel());
  await select('two');
  expect(connecting.confirm()).toBe(false);
  expect(perform).not.toHaveBeenCalled();
});

test('nothing, or what has no outline, is not connected', () => {
  expect(canConnect(editorWith())).toBe(false);
  expect(canConnect(editorWith('one'))).toBe(true);
  expect(canConnect(editorWith('one', 'two'))).toBe(true);
});
