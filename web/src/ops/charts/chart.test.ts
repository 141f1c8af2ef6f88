import { expect, test } from 'vitest';
import { nextIndex } from './chart.ts';

test.each([
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowRight', 3, 4],
  ['ArrowRight', 9, 9],
  ['Home', 3, 0],
  ['End', 3, 9],
  ['Tab', 3, null],
])('the key %s leads from period %i to %s', (key, current, next) => {
  expect(nextIndex(key, current, 9)).toBe(next);
});
