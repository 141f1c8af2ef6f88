// @vitest-environment happy-dom
import { act } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dismiss, notices } from '../../ui/messages/notice.ts';
import { renderInPage } from '../../ui/renderInPage.ts';
import type { Editor } from '../editor/useEditor.ts';
import { useLockedShapes } from './useLockedShapes.ts';

const box = { __typename: 'Shape', parentId: null, y: 0, width: 50, height: 50 };
const objects = [
  { ...box, id: 'locked', zIndex: 1, x: 0, locked: true },
  { ...box, id: 'free', zIndex: 2, x: 100, locked: false },
];
const view = { offsetLeft: 0, offsetTop: 0, scrollX: 0, scrollY: 0, zoom: { value: 1 } };
const editor = { sceneSync: { objects }, api: { getAppState: () => view } } as unknown as Editor;

function Stage() {
  return (
    <div {...useLockedShapes(editor)}>
      <canvas />
    </div>
  );
}

/** The stage, with the touches that reach the drawing on it. */
async function setup() {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  onTestFinished(() => {
    dismiss('locked');
    vi.unstubAllGlobals();
  });
  const canvas = (await renderInPage(<Stage />)).querySelector('canvas');
  const reached = vi.fn();
  canvas?.addEventListener('touchstart', reached);
  async function touch(...places: number[]): Promise<void> {
    const event = new Event('touchstart', { bubbles: true });
    Object.assign(event, { touches: places.map((x) => ({ clientX: x, clientY: 25 })) });
    await act(async () => canvas?.dispatchEvent(event));
  }
  return { touch, reached };
}

const saysLocked = () => notices.get().has('locked');

test('two taps on a locked shape write no text, and the page says that it is locked', async () => {
  const { touch, reached } = await setup();
  await touch(25);
  expect(saysLocked()).toBe(false);
  await touch(25);
  expect(saysLocked()).toBe(true);
  expect(reached).not.toHaveBeenCalled();
});

test('taps elsewhere, and two fingers, reach the editor', async () => {
  const { touch, reached } = await setup();
  await touch(125);
  await touch(125);
  await touch(25, 125);
  expect(reached).toHaveBeenCalledTimes(3);
  expect(saysLocked()).toBe(false);
});
