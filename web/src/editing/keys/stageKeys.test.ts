// @vitest-environment happy-dom
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { expect, test, vi } from 'vitest';
import { aShape } from '../../jobs/fixtures.ts';
import type { Editor } from '../editor/useEditor.ts';
import type { Connecting } from '../objects/useConnecting.ts';
import { handleStageKey, walkStep } from './stageKeys.ts';

const step = (key: string, hasSelection: boolean, isConnecting = false, shiftKey = false) =>
  walkStep({ key, shiftKey }, { hasSelection, isConnecting });

test('arrow keys select an object while none is selected, and then move it', () => {
  expect([step('ArrowDown', false), step('ArrowUp', false)]).toEqual([1, -1]);
  expect(step('ArrowDown', true)).toBeNull();
});

test('arrow keys choose the object to connect to', () => {
  expect([step('ArrowRight', true, true), step('ArrowLeft', true, true)]).toEqual([1, -1]);
});

test('Tab goes through the objects from the selected one, and else leaves the drawing', () => {
  expect([step('Tab', true), step('Tab', true, false, true)]).toEqual([1, -1]);
  expect(step('Tab', false)).toBeNull();
});

test.each([
  [['a', 'b'], 1],
  [[], 0],
])('Ctrl+Enter connects what is selected, here %j, and never reaches the editor', (selected, times) => {
  const drawing = document.createElement('div');
  drawing.className = 'excalidraw';
  const connecting = { isUnderway: false, connect: vi.fn(), confirm: () => false, cancel: () => undefined };
  const press = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true });
  const event = {
    ...{ key: press.key, ctrlKey: true, nativeEvent: press, target: drawing, currentTarget: drawing },
    ...{ preventDefault: vi.fn(), stopPropagation: vi.fn() },
  };
  handleStageKey(event as unknown as ReactKeyboardEvent<HTMLElement>, {
    editor: {
      sceneSync: { objects: [aShape('a'), aShape('b')] },
      state: { tool: 'select', selected },
    } as unknown as Editor,
    connecting: connecting satisfies Connecting,
    isFixed: () => false,
    announce: () => undefined,
  });
  expect(connecting.connect).toHaveBeenCalledTimes(times);
  expect(event.stopPropagation).toHaveBeenCalled();
});
