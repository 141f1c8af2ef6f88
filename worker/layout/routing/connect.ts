import {
  type Box,
  boundsOf,
  centreOf,
  inflate,
  type Point,
  segmentsOf,
} from '../../../src/canvas/model/geometry.ts';
import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import { nearestSide, outward, type Side, sideMidpoint } from '../../../src/canvas/model/routes/outline.ts';
import type { Block, Route } from '../scene/block.ts';
import { isWithin, type Scene, titleBoxes } from '../scene/scene.ts';
import { type Gate, pointAt, RouteSearch } from './routeSearch.ts';
import {
  addCost,
  CLEARANCE,
  lineAt,
  markTaken,
  type RoutingGrid,
  routingGrid,
  SHARED_COST,
} from './routingGrid.ts';

/** What one more connector at the same side of the same box costs, in pixels of detour. */
const USED_SIDE_COST = 120;

/**
 * What a side costs besides that a connector between the same two boxes uses, in pixels of detour: where the boxes are
 * close to each other, the two would otherwise lie on each other, since their ends don't count as shared pieces.
 */
const SAME_PAIR_COST = 120;

const SIDES = ['right', 'bottom', 'left', 'top'] as const;

type Router = {
  scene: Scene;
  boxes: ReadonlyMap<string, Box>;
  grid: RoutingGrid;
  search: RouteSearch;
  frameIds: readonly string[];
  usedSides: Map<string, number>;
  /** Sides that connectors use that are there already, by the pair of boxes that they join. */
  sidesOfPairs: Map<string, Set<string>>;
};

const pairOf = ({ from, to }: Pick<PlanEdge, 'from' | 'to'>): string => [from, to].toSorted().join(' ');

type Port = Gate & { point: Point; key: string };

/** Drops points in the middle of a straight run. */
function simplified(points: readonly Point[]): Point[] {
  const distinct = points.filter((point, index) => {
    const before = points[index - 1];
    return !before || before.x !== point.x || before.y !== point.y;
  });
  return distinct.filter((point, index) => {
    const [before, after] = [distinct[index - 1], distinct[index + 1]];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

/**
 * Where a connector can leave a box: the middle of each side.
 *
 * @param inward whether the connector goes into the box, as from a frame to what it holds
 * @param arriving whether the connector ends here; its heading is then towards the box
 */
function portsOf(router: Router, edge: PlanEdge, id: string, inward: boolean, arriving: boolean): Port[] {
  const box = router.boxes.get(id);
  const ofPair = router.sidesOfPairs.get(pairOf(edge));
  if (!box) return [];
  const { xs, ys } = router.grid;
  return SIDES.map((side: Side, heading): Port => {
    const point = sideMidpoint(box, side);
    const away = inward ? -CLEARANCE : CLEARANCE;
    const gate = { x: point.x + outward[side].x * away, y: point.y + outward[side].y * away };
    const key = `${id}:${side}`;
    return {
      at: lineAt(ys, gate.y) * xs.length + lineAt(xs, gate.x),
      heading: inward === arriving ? heading : (heading + 2) & 3,
      cost: (router.usedSides.get(key) ?? 0) * USED_SIDE_COST + (ofPair?.has(key) ? SAME_PAIR_COST : 0),
      point,
      key,
    };
  });
}

const nearestPort = (ports: readonly Port[], at: number | undefined): Port | undefined =>
  ports.find((port) => port.at === at);

const straight = (from: Box, to: Box): Point[] => [sideMidpoint(from, 'right'), sideMidpoint(to, 'left')];

/** Frames at an end that the connector may not pass through: all but those that hold its other end. */
function forbiddenBoxes({ scene, boxes }: Router, { from, to }: PlanEdge): Box[] {
  const frames = [
    scene.items.get(from)?.type === 'frame' && !isWithin(scene, to, from) ? boxes.get(from) : undefined,
    scene.items.get(to)?.type === 'frame' && !isWithin(scene, from, to) ? boxes.get(to) : undefined,
  ];
  if (from === to) return [boxes.get(from)].filter((box) => box !== undefined);
  return frames.filter((box) => box !== undefined);
}

/** The frames that hold an end of an edge, one bit for each of the first 32. */
const ownFrames = ({ scene, frameIds }: Router, { from, to }: PlanEdge): number =>
  frameIds
    .slice(0, 32)
    .reduce(
      (bits, id, index) =>
        isWithin(scene, from, id) || isWithin(scene, to, id) ? bits | (1 << index) : bits,
      0,
    );

function routeOne(router: Router, edge: PlanEdge): Route {
  const { scene, boxes, grid } = router;
  const isLoop = edge.from === edge.to;
  const starts = portsOf(router, edge, edge.from, !isLoop && isWithin(scene, edge.to, edge.from), false);
  const ends = portsOf(router, edge, edge.to, !isLoop && isWithin(scene, edge.from, edge.to), true);
  const crossings = router.search.find(
    isLoop ? starts.filter((_, side) => side % 2 === 0) : starts,
    isLoop ? ends.filter((_, side) => side % 2 === 1) : ends,
    { forbidden: forbiddenBoxes(router, edge), own: ownFrames(router, edge) },
  );
  const [start, end] = [nearestPort(starts, crossings?.[0]), nearestPort(ends, crossings?.at(-1))];
  const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
  if (!crossings || !start || !end) return { points: from && to ? straight(from, to) : [], labelAt: null };
  markTaken(grid, crossings);
  for (const { key } of [start, end]) router.usedSides.set(key, (router.usedSides.get(key) ?? 0) + 1);
  const way = crossings.map((at) => pointAt(grid, at));
  return { points: simplified([start.point, ...way, end.point]), labelAt: null };
}

/** Takes a way that is there already into account: its ends use sides, and nothing should run along it. */
function respect(router: Router, edge: PlanEdge | undefined, { points }: Route): void {
  for (const [from, to] of segmentsOf(points)) {
    const piece = boundsOf([from, to].map((point) => ({ ...point, width: 0, height: 0 })));
    if (piece) addCost(router.grid, inflate(piece, 4), SHARED_COST);
  }
  for (const [id, end] of [
    [edge?.from, points[0]],
    [edge?.to, points.at(-1)],
  ] as const) {
    const box = id === undefined ? undefined : router.boxes.get(id);
    if (!box || !end) continue;
    const key = `${id}:${nearestSide(box, end)}`;
    router.usedSides.set(key, (router.usedSides.get(key) ?? 0) + 1);
    if (edge === undefined) continue;
    const pair = pairOf(edge);
    router.sidesOfPairs.set(pair, (router.sidesOfPairs.get(pair) ?? new Set()).add(key));
  }
}

/**
 * Routes edges around the shapes of a laid-out diagram: at right angles, with few bends, and apart from each other and
 * from existing routes where there is room.
 */
export function connect(
  scene: Scene,
  block: Block,
  edges: readonly PlanEdge[],
  existing: ReadonlyMap<string, Route>,
): Map<string, Route> {
  if (edges.length === 0) return new Map();
  const kinds = Map.groupBy(block.boxes, ([id]) => scene.items.get(id)?.type ?? 'node');
  const frames = kinds.get('frame') ?? [];
  const grid = routingGrid(
    (kinds.get('node') ?? []).map(([, box]) => box),
    frames.map(([, box]) => box),
    titleBoxes(scene, block.boxes),
  );
  const router: Router = {
    scene,
    boxes: block.boxes,
    grid,
    search: new RouteSearch(grid),
    frameIds: frames.map(([id]) => id),
    usedSides: new Map(),
    sidesOfPairs: new Map(),
  };
  for (const [id, route] of existing)
    respect(
      router,
      scene.edges.find((edge) => edge.id === id),
      route,
    );
  // Short ways first: they are the straight ones, and the long ones have more choice.
  const distance = ({ from, to }: PlanEdge): number => {
    const [a, b] = [from, to].map((id) =>
      centreOf(block.boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 }),
    );
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const ordered = edges.toSorted((a, b) => distance(a) - distance(b));
  return new Map(ordered.map((edge) => [edge.id, routeOne(router, edge)]));
}
