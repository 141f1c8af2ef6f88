import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import { describe, expect, test } from 'vitest';
import { arrowElement, closedShape } from '../../scene/elements.ts';
import { movesBetween, sceneAt } from './animateScene.ts';

const box = (id: string, x: number) =>
  closedShape('rectangle', id, { x, y: 0, width: 100, height: 50 }, {}, []);
const ends = { from: null, to: null, startArrowhead: false, arrowhead: true };
const arrow = (points: [number, number][]) =>
  arrowElement(
    'arrow',
    points.map(([x, y]) => ({ x, y })),
    ends,
    {},
    [],
  );

function at(share: number, from: ExcalidrawElement[], to: ExcalidrawElement[]) {
  return sceneAt(share, to, movesBetween(from, to), 3);
}

describe('a scene on its way', () => {
  test('has what moves between its places, and everything else as it will be', () => {
    const [still, moved, added] = at(
      0.5,
      [box('a', 0), box('b', 0)],
      [box('a', 0), box('b', 80), box('c', 5)],
    );
    expect(still).toMatchObject({ x: 0, version: 1 });
    expect(moved).toMatchObject({ x: 40, width: 100, version: 4 });
    expect(added).toMatchObject({ x: 5, version: 1 });
  });

  test('ends exactly with the next scene, in a newer version', () => {
    const [moved] = at(1, [box('a', 0.1)], [box('a', 0.3)]);
    expect(moved).toMatchObject({ ...box('a', 0.3), version: 4, versionNonce: 4 });
  });

  test('unfolds an arrow that gets more bends', () => {
    const [half] = at(
      0.5,
      [
        arrow([
          [0, 0],
          [100, 0],
        ]),
      ],
      [
        arrow([
          [0, 0],
          [100, 0],
          [100, 60],
        ]),
      ],
    );
    expect(half && 'points' in half && half.points).toEqual([
      [0, 0],
      [100, 0],
      [100, 30],
    ]);
  });

  test('has nothing on its way when an element was deleted', () => {
    const deleted = { ...box('a', 0), isDeleted: true };
    expect(movesBetween([deleted], [box('a', 50)]).size).toBe(0);
  });
});
