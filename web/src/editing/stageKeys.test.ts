import { expect, test } from 'vitest';
import { walkStep } from './stageKeys.ts';

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
