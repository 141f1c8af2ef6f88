import { expect, test } from 'vitest';
import { byId } from '../changes/changeSet.ts';
import { rebase } from '../changes/rebase.ts';
import type { CanvasObject, Connector, Shape } from '../object.ts';
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

/** The path after a change set of updates and deletions; the former path if it stays. */
function pathAmong(objects: CanvasObject[], path: Connector, updates: Shape[], deleted: Shape[] = []) {
  const updated = updates.map((after) => ({ before: byId(objects).get(after.id) ?? after, after }));
  const { changes } = rebase([...objects, path], { added: [], updated, deleted });
  const after = changes.updated.find(({ after }) => after.id === path.id)?.after;
  return after?.kind === 'CONNECTOR' ? after.points : path.points;
}

test('a path that would run through what it joins is found again', () => {
  const found = connector([
    { x: 100, y: 25 },
    { x: 400, y: 25 },
  ]);
  const moved = { ...to, x: -400, y: 0 };
  expect(pathAmong([from, to], found, [moved])).toEqual([
    { x: 0, y: 25 },
    { x: -300, y: 25 },
  ]);
});

test('a path that would run through another shape than before is found again, one that already did is kept', () => {
  const bent = connector([
    { x: 100, y: 40 },
    { x: 150, y: 40 },
    { x: 150, y: 25 },
    { x: 400, y: 25 },
  ]);
  const below = { ...wall, y: 100 };
  const moved = { ...to, y: 100 };
  expect(pathAmong([from, below, to], bent, [moved])).toEqual(routeAround(from, moved, [below]));
  expect(pathAmong([from, wall, to], bent, [{ ...to, x: 420 }])).toEqual([
    ...bent.points.slice(0, -1),
    { x: 420, y: 25 },
  ]);
});

test('a slanted line stays straight, on the outlines of what it joins', () => {
  const slanted = connector([
    { x: 100, y: 40 },
    { x: 400, y: 10 },
  ]);
  expect(pathAmong([from, to], slanted, [{ ...to, x: -200, y: 100 }])).toEqual([
    { x: 0, y: 50 },
    { x: -100, y: 100 },
  ]);
});

test('a detour ends when what it was led around moves away or is deleted', () => {
  const found = connector(routeAround(from, to, [wall]));
  const straight = routeAround(from, to, []);
  expect(pathAmong([from, wall, to], found, [{ ...wall, y: 300 }])).toEqual(straight);
  expect(pathAmong([from, wall, to], found, [], [wall])).toEqual(straight);
  expect(pathAmong([from, wall, to], found, [{ ...wall, text: 'Wall' }])).toEqual(found.points);
  expect(pathAmong([from, wall, to], { ...found, locked: true }, [], [wall])).toEqual(found.points);
});
