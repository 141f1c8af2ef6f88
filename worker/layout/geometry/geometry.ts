import type { Point } from '../../../src/canvas/model/object.ts';

export type { Point };

/** A size in pixels. */
export type Size = { width: number; height: number };

/** An axis-parallel box in pixels; `x`, `y` is its top left corner. */
export type Box = Point & Size;

/** Centre of a box. */
export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The box grown by `margin` pixels on every side (shrunk when negative). */
export const inflate = (box: Box, margin: number): Box => ({
  x: box.x - margin,
  y: box.y - margin,
  width: box.width + 2 * margin,
  height: box.height + 2 * margin,
});

/** Whether the insides of two boxes meet; boxes that only touch do not. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The smallest box around all boxes, or null when there are none. */
export const boundsOf = (boxes: Iterable<Box>): Box | null => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
};

/** Consecutive pairs of points: the straight pieces of a polyline. */
export const segmentsOf = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((end, index) => [points[index] as Point, end]);

/**
 * Whether a straight piece passes through the inside of a box (Liang-Barsky clipping); a piece that only runs
 * along the border does not.
 */
export const crosses = ([from, to]: [Point, Point], box: Box): boolean => {
  const delta = { x: to.x - from.x, y: to.y - from.y };
  let [enter, leave] = [0, 1];
  for (const axis of ['x', 'y'] as const) {
    const low = box[axis];
    const high = low + (axis === 'x' ? box.width : box.height);
    if (delta[axis] === 0) {
      if (from[axis] <= low || from[axis] >= high) return false;
      continue;
    }
    const atLow = (low - from[axis]) / delta[axis];
    const atHigh = (high - from[axis]) / delta[axis];
    enter = Math.max(enter, Math.min(atLow, atHigh));
    leave = Math.min(leave, Math.max(atLow, atHigh));
  }
  return leave - enter > 1e-9;
};

/** Whether two straight pieces cross at a point inside both. */
export const intersect = ([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean => {
  const side = (from: Point, to: Point, point: Point): number =>
    Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
};

/** Rounded up to the 8 px grid that all sizes keep to. */
export const snapUp = (pixels: number): number => Math.ceil(pixels / 8) * 8;
