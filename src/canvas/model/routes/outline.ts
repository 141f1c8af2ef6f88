import { type Box, centreOf, type Point } from '../geometry.ts';
import type { ShapeKind } from '../object.ts';

/** Kinds of outline that a connector can end on; frames are rectangles. */
export type Outline = 'rectangle' | 'ellipse' | 'diamond';

export type Side = 'left' | 'right' | 'top' | 'bottom';

export function outlineOf(kind: ShapeKind | 'FRAME'): Outline {
  if (kind === 'ELLIPSE') return 'ellipse';
  return kind === 'DIAMOND' ? 'diamond' : 'rectangle';
}

/** The outward unit vector of each side of a box. */
export const outward: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** The midpoint of a side. It lies on every kind of outline: on a diamond it is a vertex. */
export function sideMidpoint(box: Box, side: Side): Point {
  const centre = centreOf(box);
  return {
    x: centre.x + (outward[side].x * box.width) / 2,
    y: centre.y + (outward[side].y * box.height) / 2,
  };
}

/** The side whose midpoint is nearest to a point. */
export function nearestSide(box: Box, point: Point): Side {
  const distance = (side: Side): number => {
    const middle = sideMidpoint(box, side);
    return Math.hypot(middle.x - point.x, middle.y - point.y);
  };
  return (['right', 'bottom', 'left', 'top'] as const).reduce((best, side) =>
    distance(side) < distance(best) ? side : best,
  );
}

/** Signed position relative to the outline: below 1 inside, 1 on it, above 1 outside. */
function reach(outline: Outline, box: Box, point: Point): number {
  const centre = centreOf(box);
  const u = Math.abs(point.x - centre.x) / (box.width / 2);
  const v = Math.abs(point.y - centre.y) / (box.height / 2);
  if (outline === 'ellipse') return Math.hypot(u, v);
  return outline === 'diamond' ? u + v : Math.max(u, v);
}

/** The point of the outline on the line from the centre of its box to a point, which is not the centre. */
export function outlineToward(outline: Outline, box: Box, point: Point): Point {
  const centre = centreOf(box);
  const scale = 1 / reach(outline, box, point);
  return { x: centre.x + (point.x - centre.x) * scale, y: centre.y + (point.y - centre.y) * scale };
}

/**
 * Extends a connector segment that ends on a bounding box until it meets the outline. Without this, a connector that
 * enters an ellipse or diamond off its middle ends beside it.
 *
 * @param from The point before the end, which gives the direction.
 * @param end The end of the connector, on the border of `box`.
 */
export function extendToOutline(outline: Outline, box: Box, from: Point, end: Point): Point {
  if (outline === 'rectangle') return end;
  const centre = centreOf(box);
  const horizontal = Math.abs(end.x - from.x) >= Math.abs(end.y - from.y);
  const target = horizontal ? { x: centre.x, y: end.y } : { x: end.x, y: centre.y };
  let [outside, inside] = [0, 1];
  const at = (t: number): Point => ({ x: end.x + (target.x - end.x) * t, y: end.y + (target.y - end.y) * t });
  if (reach(outline, box, end) <= 1) return end;
  // Twenty halvings are exact to a thousandth of a pixel, and serve both curves alike.
  for (let step = 0; step < 20; step++) {
    const middle = (outside + inside) / 2;
    if (reach(outline, box, at(middle)) > 1) outside = middle;
    else inside = middle;
  }
  return at(inside);
}

function distanceToRectangle(box: Box, point: Point): number {
  const centre = centreOf(box);
  const across = Math.abs(point.x - centre.x) - box.width / 2;
  const down = Math.abs(point.y - centre.y) - box.height / 2;
  const isInside = across < 0 && down < 0;
  return isInside ? -Math.max(across, down) : Math.hypot(Math.max(0, across), Math.max(0, down));
}

/** Of the four equal edges of a diamond, the nearest is that in the quarter of the point. */
function distanceToDiamond(box: Box, point: Point): number {
  const centre = centreOf(box);
  const [x, y] = [Math.abs(point.x - centre.x), Math.abs(point.y - centre.y)];
  const [a, b] = [box.width / 2, box.height / 2];
  const along = Math.max(0, Math.min(1, (a * (a - x) + b * y) / (a * a + b * b)));
  return Math.hypot(a * (1 - along) - x, b * along - y);
}

/** Distance in pixels from a point to the nearest point of the outline; curves are sampled. */
export function distanceToOutline(outline: Outline, box: Box, point: Point): number {
  if (outline === 'rectangle') return distanceToRectangle(box, point);
  if (outline === 'diamond') return distanceToDiamond(box, point);
  const centre = centreOf(box);
  let nearest = Infinity;
  for (let step = 0; step < 720; step++) {
    const angle = (step * Math.PI) / 360;
    const ray = { x: Math.cos(angle) * box.width, y: Math.sin(angle) * box.height };
    const scale = 1 / reach(outline, box, { x: centre.x + ray.x, y: centre.y + ray.y });
    const on = { x: centre.x + ray.x * scale, y: centre.y + ray.y * scale };
    nearest = Math.min(nearest, Math.hypot(on.x - point.x, on.y - point.y));
  }
  return nearest;
}
