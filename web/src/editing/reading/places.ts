import type { ExcalidrawArrowElement } from '@excalidraw/excalidraw/element/types';
import type { Box, Point } from '../../../../src/canvas/model/geometry.ts';

/** Largest difference in pixels between equal positions: they are rounded to a hundredth. */
const NEAR = 0.02;

/** Rounds to a hundredth of a pixel, which removes floating-point noise. */
const round = (value: number): number => Math.round(value * 100) / 100;

export function rounded({ x, y }: Point): Point {
  return { x: round(x), y: round(y) };
}

/** The rounded position and size of a box, at least 1 × 1 pixel. */
export function placeOf({ x, y, width, height }: Box): Box {
  return { ...rounded({ x, y }), width: Math.max(1, round(width)), height: Math.max(1, round(height)) };
}

const isClose = (one: number, other: number): boolean => Math.abs(one - other) < NEAR;

export function isSamePlace(one: Box, other: Box): boolean {
  return (
    isClose(one.x, other.x) &&
    isClose(one.y, other.y) &&
    isClose(one.width, other.width) &&
    isClose(one.height, other.height)
  );
}

/** The points of an arrow, relative to the canvas. */
export function pointsOf({ x, y, points }: Pick<ExcalidrawArrowElement, 'x' | 'y' | 'points'>): Point[] {
  return points.map(([dx, dy]) => rounded({ x: x + dx, y: y + dy }));
}

export function isSamePath(one: readonly Point[], other: readonly Point[]): boolean {
  const isSame = (point: Point, index: number) => {
    const at = other[index];
    return at !== undefined && isClose(point.x, at.x) && isClose(point.y, at.y);
  };
  return one.length === other.length && one.every(isSame);
}

/** Whether an arrow has only followed its ends: just these have moved, or all of it by the same distance. */
export function isFollowing(was: readonly Point[], is: readonly Point[]): boolean {
  if (was.length !== is.length) return false;
  if (isSamePath(was.slice(1, -1), is.slice(1, -1))) return true;
  const [from, to] = [was[0], is[0]];
  if (!from || !to) return false;
  const moved = was.map(({ x, y }) => ({ x: x + to.x - from.x, y: y + to.y - from.y }));
  return isSamePath(moved, is);
}
