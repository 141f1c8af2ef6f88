import { type Box, centreOf, type Point } from '../geometry.ts';
import { nearestSide, outward, type Side, sideMidpoint } from './outline.ts';

/** Distance in pixels that a connector from an object to itself keeps from it. */
const loopMargin = 24;

/**
 * The simplest path of a connector: from the middle of one side to the middle of another, with at most two bends. It
 * does not avoid other objects: `routeAround` does.
 */
export function routeBetween(from: Box, to: Box): Point[] {
  if (from === to) return loopAt(from);
  const start = sideFacing(from, to, centreOf(to));
  const first = sideMidpoint(from, start);
  const end = sideFacing(to, from, first);
  const last = sideMidpoint(to, end);
  return [first, ...bends(first, last, isHorizontal(start), isHorizontal(end)), last];
}

const isHorizontal = (side: Side): boolean => outward[side].x !== 0;

/** The side across the wider gap between two boxes; of boxes that overlap, the one nearest to a point. */
function sideFacing(box: Box, other: Box, point: Point): Side {
  const gaps: [Side, number][] = [
    ['right', other.x - box.x - box.width],
    ['bottom', other.y - box.y - box.height],
    ['left', box.x - other.x - other.width],
    ['top', box.y - other.y - other.height],
  ];
  const [side, gap] = gaps.reduce((best, next) => (next[1] > best[1] ? next : best));
  return gap >= 0 ? side : nearestSide(box, point);
}

function bends(first: Point, last: Point, leavesLevel: boolean, arrivesLevel: boolean): Point[] {
  if (first.x === last.x || first.y === last.y) return [];
  if (leavesLevel !== arrivesLevel) {
    return [leavesLevel ? { x: last.x, y: first.y } : { x: first.x, y: last.y }];
  }
  const middle = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  return leavesLevel
    ? [
        { x: middle.x, y: first.y },
        { x: middle.x, y: last.y },
      ]
    : [
        { x: first.x, y: middle.y },
        { x: last.x, y: middle.y },
      ];
}

/** From the right side around the corner to the bottom. */
function loopAt(box: Box): Point[] {
  const [start, end] = [sideMidpoint(box, 'right'), sideMidpoint(box, 'bottom')];
  const corner = { x: start.x + loopMargin, y: end.y + loopMargin };
  return [start, { x: corner.x, y: start.y }, corner, { x: end.x, y: corner.y }, end];
}
