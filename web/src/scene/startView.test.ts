import { expect, test } from 'vitest';
import { startView, wholeView } from './startView.ts';

const phone = { width: 375, height: 600 };
const step = { width: 160, height: 64 };

test('what fits legibly is shown as a whole', () => {
  expect(startView({ x: 0, y: 0, width: 400, height: 300 }, { x: 0, y: 0, ...step }, phone)).toBeNull();
});

test('a wide flow begins at its first step, in the middle of the height', () => {
  const flow = { x: 100, y: 50, width: 2000, height: 64 };
  const view = startView(flow, { x: 100, y: 50, ...step }, phone);
  expect(view?.zoom).toBe(0.75);
  expect(view?.corner.x).toBeCloseTo(100 - 20 / 0.75);
  expect(view?.corner.y).toBeCloseTo(50 + 32 - 400);
});

test('a flow from right to left begins at its right end', () => {
  const flow = { x: 0, y: 0, width: 2000, height: 64 };
  const view = startView(flow, { x: 1840, y: 0, ...step }, phone);
  expect((view?.corner.x ?? 0) + 375 / 0.75).toBeCloseTo(2000 + 20 / 0.75);
});

test('a mind map begins around its centre', () => {
  const map = { x: 0, y: 0, width: 2000, height: 2000 };
  const view = startView(map, { x: 920, y: 968, ...step }, phone);
  expect(view?.corner).toEqual({ x: 750, y: 600 });
});

test('a frame that is larger than the view begins at its corner', () => {
  const board = { x: 0, y: 0, width: 2000, height: 2000 };
  const view = startView(board, { x: 0, y: 0, width: 1500, height: 2000 }, phone);
  expect(view?.corner.x).toBeCloseTo(-20 / 0.75);
  expect(view?.corner.y).toBeCloseTo(-20 / 0.75);
});

test('a view of everything is as small as a very wide drawing needs', () => {
  const { zoom, corner } = wholeView(
    { x: 0, y: 0, width: 45_000, height: 64 },
    { width: 1000, height: 600 },
    0.9,
  );
  expect(zoom).toBeCloseTo(0.02);
  expect(corner.x).toBeCloseTo(-2_500);
  expect(corner.y).toBeCloseTo(32 - 15_000);
});
