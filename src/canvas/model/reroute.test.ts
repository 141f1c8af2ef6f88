import { expect, test } from 'vitest';
import type { CanvasObject, Connector, Shape } from './object.ts';
import { rebase } from './rebase.ts';
import { routeAround } from './routeAround.ts';

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const shape = (number: number, x: number, y: number): Shape => ({
  ...{ id: id(number), kind: 'SHAPE', zIndex: number, parentId: null, shape: 'RECTANGLE', color: 'neutral' },
  ...{ x, y, width: 100, height: 50, text: '', lines: [], fontSize: 16 },
});
const [from, wall, to] = [shape(1, 0, 0), shape(2, 200, 0), shape(3, 400, 0)];
const connector = (points: Connector['points']): Connector => ({
  ...{ id: id(4), kind: 'CONNECTOR', zIndex: 4, fromId: from.id, toId: to.id, points },
  ...{ label: null, labelAt: null, style: 'SOLID', color: 'neutral', arrowhead: true },
});

/** The path after `to` has moved. */
function pathAfter(move: { x?: number; y?: number }, path: Connector): Connector['points'] | undefined {
  const objects: CanvasObject[] = [from, wall, to, path];
  const wanted = { added: [], updated: [{ before: to, after: { ...to, ...move } }], deleted: [] };
  const updates = rebase(objects, wanted).changes.updated.map(({ after }) => after);
  return updates.find((object): object is Connector => object.kind === 'CONNECTOR')?.points;
}

test('a path that was found is found again when an end moves', () => {
  const found = connector(routeAround(from, to, [from, wall, to]));
  const moved = { ...to, y: 20 };
  expect(pathAfter({ y: 20 }, found)).toEqual(routeAround(from, moved, [from, wall, moved]));
});

test('it is straight as soon as nothing is in its way', () => {
  const found = connector(routeAround(from, to, [from, wall, to]));
  expect(pathAfter({ x: 0, y: 300 }, found)).toEqual([
    { x: 50, y: 50 },
    { x: 50, y: 300 },
  ]);
});

test('a path that a person has bent only follows', () => {
  const bent = connector([
    { x: 100, y: 25 },
    { x: 150, y: 25 },
    { x: 150, y: 200 },
    { x: 350, y: 200 },
    { x: 350, y: 25 },
    { x: 400, y: 25 },
  ]);
  expect(pathAfter({ y: 20 }, bent)?.slice(0, 4)).toEqual(bent.points.slice(0, 4));
});
