import FlatQueue from 'flatqueue';
import { type Box, inflate, type Point } from '../geometry.ts';
import { outward, type Side, sideMidpoint } from './outline.ts';

/** What a bend costs, as a length in pixels. */
const bendCost = 40;
/** Most places that one search goes through. */
const maxVisits = 8_000;

const sides = ['right', 'bottom', 'left', 'top'] as const;
/** The first or last piece of a path: from the middle of a side outwards. Directions are indices of `sides`. */
type Stub = { at: Point; end: Point; direction: number };

/**
 * The shortest path with few bends from the middle of one side of a box to that of another box, around obstacles;
 * null if there is none. It searches the lines beside the boxes.
 *
 * @param clearance Distance in pixels that the path keeps from all boxes.
 */
export function searchRoute(
  from: Box,
  to: Box,
  obstacles: readonly Box[],
  clearance: number,
): Point[] | null {
  // A line at the clearance itself is free.
  const blocked = [from, to, ...obstacles].map((box) => inflate(box, clearance - 1));
  const isFree = (stub: Stub, own: Box) =>
    !blocked.some((box, index) => own !== [from, to][index] && isCrossed(stub.at, stub.end, box));
  const starts = stubsOf(from, clearance).filter((stub) => isFree(stub, from));
  const goals = stubsOf(to, clearance).filter((stub) => isFree(stub, to));
  const boxes = [from, to, ...obstacles].map((box) => inflate(box, clearance));
  const stubs = [...starts, ...goals].map(({ end }) => ({ ...end, width: 0, height: 0 }));
  const lines = linesOf([...boxes, ...stubs]);
  const last = search(lines, starts, goals, (a, b) => blocked.some((box) => isCrossed(a, b, box)));
  return last && pointsOf(last, starts, lines);
}

/** Whether a level or upright piece passes through the inside of a box. */
function isCrossed(a: Point, b: Point, box: Box): boolean {
  return (
    Math.max(a.x, b.x) > box.x &&
    Math.min(a.x, b.x) < box.x + box.width &&
    Math.max(a.y, b.y) > box.y &&
    Math.min(a.y, b.y) < box.y + box.height
  );
}

/** The beginnings of a path: from each side straight outwards. */
function stubsOf(box: Box, length: number): Stub[] {
  return sides.map((side: Side, direction) => {
    const at = sideMidpoint(box, side);
    const end = { x: at.x + outward[side].x * length, y: at.y + outward[side].y * length };
    return { at, end, direction };
  });
}

type Lines = { xs: number[]; ys: number[] };

/** The borders of boxes, in order. */
function linesOf(boxes: readonly Box[]): Lines {
  const inOrder = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    xs: inOrder(boxes.flatMap(({ x, width }) => [x, x + width])),
    ys: inOrder(boxes.flatMap(({ y, height }) => [y, y + height])),
  };
}

/** A place on the way, by its lines, with the direction of arrival. At the end of the path, `goal` is set. */
type Visit = {
  x: number;
  y: number;
  direction: number;
  cost: number;
  before: Visit | null;
  goal: Stub | null;
};

/** The A* algorithm. Returns the last visit of the cheapest path. */
function search(
  { xs, ys }: Lines,
  starts: readonly Stub[],
  goals: readonly Stub[],
  isBlocked: (from: Point, to: Point) => boolean,
): Visit | null {
  const remaining = ({ x, y }: Visit): number =>
    Math.min(...goals.map(({ end }) => Math.abs(end.x - (xs[x] ?? 0)) + Math.abs(end.y - (ys[y] ?? 0))));
  const queue = new FlatQueue<Visit>();
  const settled = new Set<number>();
  const push = (visit: Visit) => queue.push(visit, visit.cost + remaining(visit));
  for (const { end, direction } of starts) {
    push({ x: xs.indexOf(end.x), y: ys.indexOf(end.y), direction, cost: 0, before: null, goal: null });
  }
  for (let visit = queue.pop(); visit; visit = queue.pop()) {
    if (settled.size > maxVisits) return null;
    if (visit.goal) return visit;
    const key = (visit.x * ys.length + visit.y) * sides.length + visit.direction;
    if (settled.has(key)) continue;
    settled.add(key);
    for (const next of [...arrivals(visit, goals, { xs, ys }), ...steps(visit, { xs, ys }, isBlocked)])
      push(next);
  }
  return null;
}

/** The end of the path, where a visit is at the stub of a goal. */
function arrivals(visit: Visit, goals: readonly Stub[], { xs, ys }: Lines): Visit[] {
  return goals
    .filter(({ end }) => end.x === xs[visit.x] && end.y === ys[visit.y])
    .map((goal) => {
      const bend = opposite(goal.direction) === visit.direction ? 0 : bendCost;
      return { ...visit, cost: visit.cost + bend, before: visit, goal };
    });
}

/** The free steps to neighbouring lines. */
function steps(visit: Visit, { xs, ys }: Lines, isBlocked: (from: Point, to: Point) => boolean): Visit[] {
  return sides.flatMap((side, direction) => {
    const [x, y] = [visit.x + outward[side].x, visit.y + outward[side].y];
    const [from, to] = [pointAt(visit, { xs, ys }), pointAt({ x, y }, { xs, ys })];
    if (!from || !to || direction === opposite(visit.direction) || isBlocked(from, to)) return [];
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    const cost = visit.cost + length + (direction === visit.direction ? 0 : bendCost);
    return [{ x, y, direction, cost, before: visit, goal: null }];
  });
}

function pointAt({ x, y }: { x: number; y: number }, { xs, ys }: Lines): Point | null {
  const [left, top] = [xs[x], ys[y]];
  return left === undefined || top === undefined ? null : { x: left, y: top };
}

const opposite = (direction: number): number => (direction + 2) % sides.length;

/** The path from box to box, without points that don't bend it. */
function pointsOf(last: Visit, starts: readonly Stub[], lines: Lines): Point[] {
  const points: Point[] = last.goal ? [last.goal.at] : [];
  let first = last;
  for (let visit: Visit | null = last.before; visit; visit = visit.before) {
    points.push(...[pointAt(visit, lines)].filter((point) => point !== null));
    first = visit;
  }
  const start = starts.find(({ direction }) => direction === first.direction);
  return withoutStraightPoints([...points, ...(start ? [start.at] : [])].reverse());
}

function withoutStraightPoints(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) return true;
    const isLevel = before.y === point.y && point.y === after.y;
    return !isLevel && !(before.x === point.x && point.x === after.x);
  });
}
