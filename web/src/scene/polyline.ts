import type { Point } from '../../../src/canvas/model/geometry.ts';

/** Distance from a line, in pixels, at which a point still counts as on it. */
const onLineTolerance = 1.5;

/** The point that is the given share (0 to 1) of the way from `a` to `b`. */
function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** Distance from a point to the nearest point of a segment, in pixels. */
function distanceToSegment(point: Point, a: Point, b: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = length === 0 ? 0 : ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
  const nearest = between(a, b, Math.min(1, Math.max(0, along)));
  return Math.hypot(point.x - nearest.x, point.y - nearest.y);
}

/** `count` points that divide the way from `a` to `b` evenly, without its ends. */
function divide(a: Point, b: Point, count: number): Point[] {
  return Array.from({ length: count }, (_, index) => between(a, b, (index + 1) / (count + 1)));
}

/**
 * The same line with `middle` as its middle vertex, by adding vertices that do not bend it; null when
 * `middle` is not on the line.
 *
 * Excalidraw always puts the label of an arrow on the middle vertex, so this is how a label gets its place.
 */
export function withMiddleVertex(points: readonly Point[], middle: Point): Point[] | null {
  const segment = points.findIndex((point, index) => {
    const next = points[index + 1];
    return next !== undefined && distanceToSegment(middle, point, next) <= onLineTolerance;
  });
  const before = points.slice(0, segment + 1);
  const after = points.slice(segment + 1);
  const [last, first] = [before.at(-1), after[0]];
  if (segment < 0 || last === undefined || first === undefined) return null;
  const missing = after.length - before.length;
  return [
    ...before,
    ...divide(last, middle, Math.max(0, missing)),
    middle,
    ...divide(middle, first, Math.max(0, -missing)),
    ...after,
  ];
}
