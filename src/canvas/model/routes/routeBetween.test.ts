import { expect, test } from 'vitest';
import { routeBetween } from './routeBetween.ts';

const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });

test('runs straight between boxes in line', () => {
  expect(routeBetween(box(0, 0), box(200, 0))).toEqual([
    { x: 100, y: 25 },
    { x: 200, y: 25 },
  ]);
  expect(routeBetween(box(0, 200), box(0, 0))).toEqual([
    { x: 50, y: 200 },
    { x: 50, y: 50 },
  ]);
});

test('bends at right angles between boxes that are not in line', () => {
  expect(routeBetween(box(0, 0), box(200, 100))).toEqual([
    { x: 100, y: 25 },
    { x: 150, y: 25 },
    { x: 150, y: 125 },
    { x: 200, y: 125 },
  ]);
});

test('takes the sides across the wider gap', () => {
  expect(routeBetween(box(0, 0), box(110, 300))).toEqual([
    { x: 50, y: 50 },
    { x: 50, y: 175 },
    { x: 160, y: 175 },
    { x: 160, y: 300 },
  ]);
});

test('ends on the borders of boxes that overlap, or lie in one another', () => {
  const [outer, inner] = [{ x: 0, y: 0, width: 400, height: 400 }, box(280, 180)];
  const points = routeBetween(outer, inner);
  expect(points[0]).toEqual({ x: 400, y: 200 });
  expect(points.at(-1)).toEqual({ x: 380, y: 205 });
});

test('leads from an object to itself around its corner', () => {
  const self = box(0, 0);
  const points = routeBetween(self, self);
  expect(points[0]).toEqual({ x: 100, y: 25 });
  expect(points.at(-1)).toEqual({ x: 50, y: 50 });
  expect(points).toHaveLength(5);
});
