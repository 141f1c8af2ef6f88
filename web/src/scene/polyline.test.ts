import { describe, expect, test } from 'vitest';
import type { Point } from '../../../src/canvas/model/geometry.ts';
import { withMiddleVertex } from './polyline.ts';

const p = (x: number, y: number): Point => ({ x, y });

function middleOf(points: Point[] | null): Point | undefined {
  return points?.[(points.length - 1) / 2];
}

describe('withMiddleVertex', () => {
  test('splits a straight line at the point', () => {
    expect(withMiddleVertex([p(0, 0), p(100, 0)], p(40, 0))).toEqual([p(0, 0), p(40, 0), p(100, 0)]);
  });

  test('balances the sides with vertices that do not bend the line', () => {
    const points = withMiddleVertex([p(0, 0), p(90, 0), p(90, 50), p(200, 50)], p(30, 0));
    expect(middleOf(points)).toEqual(p(30, 0));
    expect(points).toEqual([p(0, 0), p(10, 0), p(20, 0), p(30, 0), p(90, 0), p(90, 50), p(200, 50)]);
  });

  test('balances the other side too', () => {
    const points = withMiddleVertex([p(0, 0), p(90, 0), p(90, 50), p(190, 50)], p(100, 50));
    expect(middleOf(points)).toEqual(p(100, 50));
    expect(points).toHaveLength(7);
    expect(points?.at(-1)).toEqual(p(190, 50));
  });

  test('returns null for a point beside the line', () => {
    expect(withMiddleVertex([p(0, 0), p(100, 0)], p(40, 12))).toBeNull();
  });
});
