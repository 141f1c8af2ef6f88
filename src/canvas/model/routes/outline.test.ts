import { expect, test } from 'vitest';
import { distanceToOutline, extendToOutline } from './outline.ts';

const box = { x: 0, y: 0, width: 200, height: 100 };

test('draws an end beside the middle of an ellipse out to the curve', () => {
  const end = extendToOutline('ellipse', box, { x: -40, y: 20 }, { x: 0, y: 20 });
  expect(end).toMatchObject({ x: expect.closeTo(20, 2), y: 20 });
  expect(distanceToOutline('ellipse', box, end)).toBeLessThan(1);
});

test('draws an end on a diamond down to its edge', () => {
  expect(extendToOutline('diamond', box, { x: 50, y: -30 }, { x: 50, y: 0 })).toMatchObject({
    x: 50,
    y: expect.closeTo(25, 2),
  });
});

test.each([
  ['on an edge', { x: 50, y: 25 }, 0],
  ['beside an edge', { x: 50 - 3, y: 25 - 6 }, Math.hypot(3, 6)],
  ['beyond a vertex', { x: 210, y: 50 }, 10],
  ['at the middle', { x: 100, y: 50 }, 100 / Math.sqrt(5)],
])('measures the distance to a diamond %s', (_, point, distance) => {
  expect(distanceToOutline('diamond', box, point)).toBeCloseTo(distance, 6);
});

test('measures from inside and outside of a rectangle', () => {
  expect(distanceToOutline('rectangle', box, { x: 10, y: 50 })).toBe(10);
  expect(distanceToOutline('rectangle', box, { x: -3, y: -4 })).toBe(5);
});
