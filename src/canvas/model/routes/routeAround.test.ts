import { describe, expect, test } from 'vitest';
import { type Box, crosses, inflate, type Point, segmentsOf } from '../geometry.ts';
import { routeAround } from './routeAround.ts';
import { routeBetween } from './routeBetween.ts';

const shape = (x: number, y: number, width = 100, height = 50) => ({
  ...{ id: `${x} ${y}`, parentId: null, text: '' },
  ...{ x, y, width, height },
});
const frame = (x: number, y: number, width: number, height: number) => ({
  ...{ id: 'frame', parentId: null, title: '' },
  ...{ x, y, width, height },
});
const isClear = (points: Point[], boxes: Box[]) =>
  segmentsOf(points).every((segment) => boxes.every((box) => !crosses(segment, inflate(box, -1))));
const isOrthogonal = (points: Point[]) => segmentsOf(points).every(([a, b]) => a.x === b.x || a.y === b.y);

describe('the path of a connector', () => {
  const [from, to] = [shape(0, 0), shape(400, 0)];

  test('is the simplest one where nothing is in its way', () => {
    const others = [shape(200, 100), frame(-20, -20, 600, 200), shape(-10, -10, 50, 50)];
    expect(routeAround(from, to, [from, to, ...others])).toEqual(routeBetween(from, to));
  });

  test('leads around a shape, at right angles and with a distance', () => {
    const wall = shape(200, -20);
    expect(routeAround(from, to, [from, to, wall])).toEqual([
      { x: 100, y: 25 },
      { x: 184, y: 25 },
      { x: 184, y: 46 },
      { x: 384, y: 46 },
      { x: 384, y: 25 },
      { x: 400, y: 25 },
    ]);
  });

  test('finds its way through a narrow gap and out of a pocket', () => {
    const pocket = [shape(-40, -60, 200, 30), shape(-40, 80, 200, 30), shape(150, -60, 30, 170)];
    const path = routeAround(from, to, [from, to, ...pocket]);
    expect(isClear(path, [from, to, ...pocket])).toBe(true);
    expect(isOrthogonal(path)).toBe(true);
    const gap = [shape(200, -1_000, 40, 1_010), shape(200, 30, 40, 1_000)];
    expect(isClear(routeAround(from, to, [from, to, ...gap]), gap)).toBe(true);
  });

  test('is the simplest one where none is free', () => {
    const walls = [
      shape(380, -40, 140, 20),
      shape(380, 70, 140, 20),
      shape(370, -40, 10, 130),
      shape(520, -40, 10, 130),
    ];
    expect(routeAround(from, to, walls)).toEqual(routeBetween(from, to));
  });

  test('crosses none of 1,000 shapes', () => {
    const grid = Array.from({ length: 1_000 }, (_, index) =>
      shape((index % 40) * 160, Math.floor(index / 40) * 110),
    );
    for (const [first, last] of [
      [0, 205],
      [39, 153],
      [500, 519],
    ] as const) {
      const [start, end] = [grid[first], grid[last]];
      if (!start || !end) throw new Error('There is no such shape');
      const path = routeAround(start, end, grid);
      expect(isClear(path, grid)).toBe(true);
      expect(isOrthogonal(path)).toBe(true);
    }
  });
});
