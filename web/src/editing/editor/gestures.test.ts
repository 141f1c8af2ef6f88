// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gestures, watchGestures } from './gestures.ts';

let gestures: Gestures;

beforeEach(() => {
  gestures = watchGestures(window);
});
afterEach(() => {
  gestures.stop();
});

/** Presses a key at a time, in ms. @returns the gesture that it belongs to */
function press(key: string, at: number) {
  const event = new KeyboardEvent('keydown', { key });
  vi.spyOn(event, 'timeStamp', 'get').mockReturnValue(at);
  window.dispatchEvent(event);
  return gestures.current();
}

test('presses of arrow keys are one gesture until a pause of a second, also with Shift pressed again', () => {
  const first = press('ArrowDown', 0);
  expect(first.isNudge).toBe(true);
  press('Shift', 500);
  expect(press('ArrowLeft', 999)).toEqual(first);
  expect(press('ArrowLeft', 1_998)).toEqual(first);
  expect(press('ArrowLeft', 2_998)).not.toEqual(first);
});

test.each([
  ['Tab', () => press('Tab', 10)],
  ['the pointer', () => window.dispatchEvent(new Event('pointerdown'))],
])('%s, which may select something else, ends the gesture', (_name, interrupt) => {
  const first = press('ArrowDown', 0);
  interrupt();
  expect(gestures.current().isNudge).toBe(false);
  expect(press('ArrowDown', 20)).not.toEqual(first);
});
