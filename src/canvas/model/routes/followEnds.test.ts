import { expect, test } from 'vitest';
import type { CanvasObject, Connector, Shape } from '../object.ts';
import { followEnds } from './followEnds.ts';

const shape = (id: string, x: number, y: number): Shape => ({
  ...{ id, kind: 'SHAPE', shape: 'RECTANGLE', x, y, width: 100, height: 50, zIndex: 0, parentId: null },
  ...{ text: id, lines: [id], fontSize: 16, color: 'neutral' },
});

/** Led around what lies between its ends by hand. */
const drawn: Connector = {
  ...{ id: 'c', kind: 'CONNECTOR', fromId: 'a', toId: 'b', zIndex: 0, style: 'SOLID', color: 'neutral' },
  ...{ label: null, labelAt: null, arrowhead: true },
  points: [
    { x: 50, y: 50 },
    { x: 50, y: 200 },
    { x: 450, y: 200 },
    { x: 450, y: 50 },
  ],
};

const among =
  (...objects: CanvasObject[]) =>
  (id: string) =>
    objects.find((object) => object.id === id);

const [from, to] = [shape('a', 0, 0), shape('b', 400, 0)];

test('a connector whose ends are where they were keeps the path that was drawn', () => {
  const through = { ...drawn, points: [50, 450].map((x) => ({ x, y: 25 })) };
  const box = shape('between', 200, 0);
  expect(followEnds(through, among(from, to), among(from, to, box))).toBe(through);
});

test('one whose end has moved keeps its bends, with its pieces as straight as they were', () => {
  const { points } = followEnds(drawn, among(from, to), among(from, shape('b', 500, 20)));
  expect(points).toEqual([
    { x: 50, y: 50 },
    { x: 50, y: 200 },
    { x: 550, y: 200 },
    { x: 550, y: 70 },
  ]);
});

test('one whose ends have moved alike moves along', () => {
  const { points } = followEnds(drawn, among(from, to), among(shape('a', 10, 5), shape('b', 410, 5)));
  expect(points).toEqual(drawn.points.map(({ x, y }) => ({ x: x + 10, y: y + 5 })));
});
