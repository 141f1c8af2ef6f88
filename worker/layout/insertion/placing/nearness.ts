import { type Box, centreOf, type Point, type Size } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import type { PlanEdge } from '../../../../src/canvas/model/plan.ts';
import { GAP, GROUP_GAP } from '../../scene/block.ts';
import type { Stage } from '../stage/stage.ts';

/** Existing objects that new ones relate to: predecessors, successors, and other successors of the predecessors. */
export type Anchors = { before: BoxObject[]; behind: BoxObject[]; siblings: BoxObject[] };

/** The reading direction of a diagram, as a unit vector. */
export type Direction = Point;

/** What a place costs that lies against the direction of reading, or makes a connector bend; pixels. */
const [backwards, bend, cramped] = [360, 48, 90];
/** What it costs to stand in line with what hangs on the same; less than nothing. */
const inLine = -120;

/** What a pixel costs in the direction of reading, and across it. Siblings stand on one level. */
type Weights = { ahead: number; aside: number };
const [alone, amongSiblings]: [Weights, Weights] = [
  { ahead: 1, aside: 1.25 },
  { ahead: 2, aside: 1 },
];

/** Finds the existing objects that a cluster is connected to. */
export function anchorsOf(stage: Stage, ids: ReadonlySet<string>, links: readonly PlanEdge[]): Anchors {
  const boxes = (all: string[]) => [...new Set(all)].flatMap((id) => stage.box(id) ?? []);
  const before = boxes(links.flatMap(({ from, to }) => (ids.has(to) ? [from] : [])));
  const behind = boxes(links.flatMap(({ from, to }) => (ids.has(from) ? [to] : [])));
  const siblings = boxes(
    stage.objects.flatMap((object) =>
      object.kind === 'CONNECTOR' && before.some(({ id }) => id === object.fromId) ? [object.toId] : [],
    ),
  ).filter(({ id }) => !ids.has(id) && !behind.some((box) => box.id === id));
  return { before, behind, siblings };
}

/** The direction from predecessors to successors, or else that of the connectors nearby, or of most connectors. */
export function directionAt(anchors: Anchors, objects: readonly CanvasObject[]): Direction {
  const [from, to] = [anchors.before[0], anchors.behind[0]];
  if (from && to && from.id !== to.id) return towards(from, to);
  const boxes = new Map(objects.filter(isBox).map((box) => [box.id, box]));
  const steps = objects.flatMap((object) => {
    if (object.kind !== 'CONNECTOR') return [];
    const [start, end] = [boxes.get(object.fromId), boxes.get(object.toId)];
    if (start === undefined || end === undefined || start === end) return [];
    const isHere = [...anchors.before, ...anchors.behind].some(({ id }) => id === start.id || id === end.id);
    return [{ ...towards(start, end), weight: isHere ? objects.length : 1 }];
  });
  const votes = Map.groupBy(steps, ({ x, y }) => `${x} ${y}`);
  const weightOf = (some: { weight: number }[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const [most] = [...votes.values()].toSorted((a, b) => weightOf(b) - weightOf(a));
  return most?.[0] ?? { x: 1, y: 0 };
}

function towards(from: Box, to: Box): Direction {
  const [a, b] = [centreOf(from), centreOf(to)];
  // Between boxes that stand one below the other, the direction is down even if they are wide and not in line.
  const [gapX, gapY] = [gapBetween(from, to, 'x', 'width'), gapBetween(from, to, 'y', 'height')];
  const isLevel = gapX === gapY ? Math.abs(b.x - a.x) >= Math.abs(b.y - a.y) : gapX > gapY;
  return isLevel ? { x: b.x >= a.x ? 1 : -1, y: 0 } : { x: 0, y: b.y >= a.y ? 1 : -1 };
}

const gapBetween = (a: Box, b: Box, axis: 'x' | 'y', extent: 'width' | 'height'): number =>
  Math.max(b[axis] - a[axis] - a[extent], a[axis] - b[axis] - b[extent]);

/** The preferred places for a box of a size: aligned with its anchors, in the reading direction. */
export function idealsFor(size: Size, { before, behind, siblings }: Anchors, direction: Direction): Point[] {
  const [first, last] = [before[0], behind[0]];
  const between = first && last ? [midway(size, first, last)] : [];
  return [
    ...between,
    ...siblings.map((sibling) => besideSibling(size, sibling, direction)),
    ...before.map((box) => nextTo(size, box, direction, 1)),
    ...behind.map((box) => nextTo(size, box, direction, -1)),
    ...[...before, ...behind].flatMap((box) => [
      nextTo(size, box, { x: direction.y, y: direction.x }, 1),
      nextTo(size, box, { x: direction.y, y: direction.x }, -1),
    ]),
  ];
}

function midway({ width, height }: Size, first: Box, last: Box): Point {
  const [a, b] = [centreOf(first), centreOf(last)];
  return { x: (a.x + b.x - width) / 2, y: (a.y + b.y - height) / 2 };
}

function nextTo(size: Size, box: Box, { x, y }: Direction, sign: 1 | -1): Point {
  const centre = centreOf(box);
  const reach = {
    x: (box.width + size.width) / 2 + GROUP_GAP,
    y: (box.height + size.height) / 2 + GROUP_GAP,
  };
  return {
    x: centre.x + sign * x * reach.x - size.width / 2,
    y: centre.y + sign * y * reach.y - size.height / 2,
  };
}

/** Beyond a sibling, across the direction of reading, with the edges at which they begin in line. */
function besideSibling(size: Size, sibling: Box, { x }: Direction): Point {
  return x === 0
    ? { x: sibling.x + sibling.width + GAP, y: sibling.y }
    : { x: x > 0 ? sibling.x : sibling.x + sibling.width - size.width, y: sibling.y + sibling.height + GAP };
}

/**
 * Creates the cost function of a place: its distance from the preferred place beside each anchor, the bends of its
 * connectors, and its deviation from the reading direction.
 */
export function nearnessCost(anchors: Anchors, direction: Direction): (box: Box) => number {
  const ends = [
    ...anchors.before.map((box) => ({ box, sign: 1 })),
    ...anchors.behind.map((box) => ({ box, sign: -1 })),
  ];
  const weights = anchors.siblings.length > 0 ? amongSiblings : alone;
  const isInLine = (place: Box) =>
    anchors.siblings.some((sibling) =>
      direction.x === 0 ? sibling.y === place.y : sibling.x === place.x && sibling.y !== place.y,
    );
  return (place) =>
    ends.reduce((sum, end) => sum + endCost(place, end, direction, weights), isInLine(place) ? inLine : 0);
}

type End = { box: Box; sign: number };

function endCost(place: Box, { box, sign }: End, direction: Direction, weights: Weights): number {
  const [here, there] = [centreOf(place), centreOf(box)];
  const way = { x: (here.x - there.x) * sign, y: (here.y - there.y) * sign };
  const ahead = way.x * direction.x + way.y * direction.y;
  const aside = Math.abs(way.x * direction.y) + Math.abs(way.y * direction.x);
  const extent = direction.x === 0 ? 'height' : 'width';
  const best = (place[extent] + box[extent]) / 2 + GROUP_GAP;
  const room = Math.max(gapBetween(place, box, 'x', 'width'), gapBetween(place, box, 'y', 'height'));
  return (
    weights.ahead * Math.abs(ahead - best) +
    weights.aside * aside +
    (ahead < 0 ? backwards : 0) +
    (aside > 1 ? bend : 0) +
    (room < GAP + 8 ? cramped : 0)
  );
}
