import { centreOf, isSameBox, type Point, segmentsOf } from '../geometry.ts';
import type { BoxObject, CanvasObject, Connector } from '../object.ts';
import { isBox } from '../objectKinds.ts';
import { translate } from '../translate.ts';

type End = 'from' | 'to';

/** Distance in pixels from the border of a box within which an end counts as bound to it. */
export const endTolerance = 6;

/**
 * Moves the ends of a connector along with the boxes that it joins, and keeps its segments as straight as they were.
 * It is not routed again: that takes a layout, and a person may have drawn its path.
 */
export function followEnds(
  connector: Connector,
  before: (id: string) => CanvasObject | undefined,
  after: (id: string) => CanvasObject | undefined,
): Connector {
  const [from, to] = [movementOf(connector.fromId, before, after), movementOf(connector.toId, before, after)];
  if (from === null && to === null) return connector;
  if (from !== null && to !== null && isSameShift(from, to)) {
    return translate(connector, { x: from.now.x - from.was.x, y: from.now.y - from.was.y });
  }
  let { points } = connector;
  if (from !== null) points = withEnd(points, 'from', onBox(points[0] ?? from.was, from));
  if (to !== null) points = withEnd(points, 'to', onBox(points.at(-1) ?? to.was, to));
  return relabelled({ ...connector, points });
}

/** Puts the ends of a connector onto the boxes that it joins, where they are not yet. */
export function attached(connector: Connector, find: (id: string) => CanvasObject | undefined): Connector {
  const [from, to] = [find(connector.fromId), find(connector.toId)];
  let { points } = connector;
  const [first, last] = [points[0], points.at(-1)];
  if (isBox(from) && first && !isBoundTo(from, first)) {
    points = withEnd(points, 'from', nearestMiddle(from, isBox(to) ? centreOf(to) : first));
  }
  if (isBox(to) && last && !isBoundTo(to, last)) {
    points = withEnd(points, 'to', nearestMiddle(to, isBox(from) ? centreOf(from) : last));
  }
  return points === connector.points ? connector : relabelled({ ...connector, points });
}

type Movement = { was: BoxObject; now: BoxObject };

function movementOf(
  id: string,
  before: (id: string) => CanvasObject | undefined,
  after: (id: string) => CanvasObject | undefined,
): Movement | null {
  const [was, now] = [before(id), after(id)];
  if (!isBox(was) || !isBox(now)) return null;
  return isSameBox(was, now) ? null : { was, now };
}

function isSameShift(one: Movement, other: Movement): boolean {
  const isShift = ({ was, now }: Movement) => was.width === now.width && was.height === now.height;
  return (
    isShift(one) &&
    isShift(other) &&
    one.now.x - one.was.x === other.now.x - other.was.x &&
    one.now.y - one.was.y === other.now.y - other.was.y
  );
}

/** The point on a moved box that corresponds to a point on it before. */
function onBox(point: Point, { was, now }: Movement): Point {
  return {
    x: now.x + ((point.x - was.x) * now.width) / was.width,
    y: now.y + ((point.y - was.y) * now.height) / was.height,
  };
}

/** The points with another end; horizontal and vertical segments stay so. */
function withEnd(points: readonly Point[], end: End, at: Point): Point[] {
  const [old, next, ...rest] = end === 'from' ? points : points.toReversed();
  if (old === undefined || next === undefined) return [...points];
  const [level, upright] = [old.y === next.y, old.x === next.x];
  const isStraight = level || upright;
  const way =
    rest.length > 0
      ? [at, { x: upright && !level ? at.x : next.x, y: level ? at.y : next.y }, ...rest]
      : [at, ...(isStraight ? elbow(at, next, level) : []), next];
  return end === 'from' ? way : way.toReversed();
}

/** The two bends between points that are not in line; none when they are. */
function elbow(from: Point, to: Point, level: boolean): Point[] {
  if (from.x === to.x || from.y === to.y) return [];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return level
    ? [
        { x: middle.x, y: from.y },
        { x: middle.x, y: to.y },
      ]
    : [
        { x: from.x, y: middle.y },
        { x: to.x, y: middle.y },
      ];
}

function isBoundTo(box: BoxObject, { x, y }: Point): boolean {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const isNear =
    x >= box.x - endTolerance &&
    x <= right + endTolerance &&
    y >= box.y - endTolerance &&
    y <= bottom + endTolerance;
  // The outline of an ellipse or a diamond lies anywhere within its box.
  if (!isNear || (box.kind === 'SHAPE' && (box.shape === 'ELLIPSE' || box.shape === 'DIAMOND')))
    return isNear;
  return Math.min(x - box.x, right - x, y - box.y, bottom - y) <= endTolerance;
}

/** The middle of the side nearest to a point; it lies on the outline of every shape. */
function nearestMiddle(box: BoxObject, point: Point): Point {
  const { x, y } = centreOf(box);
  const middles = [
    { x: box.x + box.width, y },
    { x, y: box.y + box.height },
    { x: box.x, y },
    { x, y: box.y },
  ];
  const distance = (at: Point) => Math.hypot(at.x - point.x, at.y - point.y);
  return middles.reduce((best, at) => (distance(at) < distance(best) ? at : best));
}

/** Moves the label to the middle of the longest segment, where it has most room. */
export function relabelled(connector: Connector): Connector {
  if (connector.labelAt === null) return connector;
  const length = ([from, to]: [Point, Point]) => Math.hypot(to.x - from.x, to.y - from.y);
  const [from, to] = segmentsOf(connector.points).reduce((best, segment) =>
    length(segment) > length(best) ? segment : best,
  );
  return { ...connector, labelAt: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } };
}
