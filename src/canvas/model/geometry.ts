/** A place on the canvas, in pixels; y grows downwards. */
export type Point = { x: number; y: number };

/** A size in pixels. */
export type Size = { width: number; height: number };

/** An axis-parallel box in pixels; `x`, `y` is its top left corner. */
export type Box = Point & Size;

export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The box grown by `margin` pixels on every side (shrunk when negative). */
export function inflate({ x, y, width, height }: Box, margin: number): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** Whether the insides of two boxes meet; boxes that only touch do not. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The smallest box around all boxes, or null when there are none. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Consecutive pairs of points: the straight pieces of a polyline. */
export function segmentsOf(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((end, index) => [points[index] as Point, end]);
}

/** The middle of the segment halfway along a polyline, where a label goes that has no place of its own. */
export function middleOf(points: readonly Point[]): Point {
  const end = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  const start = points[Math.floor(points.length / 2) - 1] ?? end;
  return { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
}

/**
 * Whether a straight piece passes through the inside of a box (Liang-Barsky clipping); a piece that only runs
 * along the border does not.
 */
export function crosses([from, to]: [Point, Point], box: Box): boolean {
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
}

/** Whether two straight pieces cross at a point inside both. */
export function intersect([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const side = (from: Point, to: Point, point: Point): number =>
    Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Rounded up to the 8 px grid that all sizes keep to. */
export function snapUp(pixels: number): number {
  return Math.ceil(pixels / 8) * 8;
}
