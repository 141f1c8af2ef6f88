import type { Box, Point } from '../../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../../src/canvas/model/plan.ts';
import { extendToOutline, outlineOf } from '../../../../src/canvas/model/routes/outline.ts';
import { fitLabel } from '../../../../src/canvas/text/sizing.ts';
import type { Block, Route } from '../../scene/block.ts';
import { type Item, type Scene, shapeKindOf } from '../../scene/scene.ts';
import { type Band, bandsOf, type FlowBox, missingRoom } from './bands.ts';
import type { FlowStyle } from './flowStyle.ts';
import type { FlowNode, Way } from './passage.ts';
import { passagesOf, sideOf } from './passages.ts';
import { type Course, FRAME_GAP, type Placement, placeItems } from './placement.ts';
import { type FlowPoint, routeWays } from './routeWays.ts';

/** Lays out connected items, their contents, and the edges between these in layers along a direction. */
export async function layeredBlock(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): Promise<Block> {
  return routedBlock(scene, await placeItems(scene, items, edges, style), edges, style.direction);
}

/**
 * Leads edges through items that stand in bands along a direction, which are moved apart where there are many. Edges
 * that join a frame with contents, or items of one band, get no route.
 */
export function routedBlock(
  scene: Scene,
  placement: Placement,
  edges: readonly PlanEdge[],
  direction: PlanDirection,
): Block {
  const isLeaf = (id: string): boolean => scene.childrenOf(id).length === 0;
  const nodes = new Map(
    [...placement.boxes].flatMap(([id, box]) => {
      const item = scene.items.get(id);
      return item && isLeaf(id) ? [[id, nodeOf(item, flowBox(box, direction))] as const] : [];
    }),
  );
  const ways = edges.flatMap((edge) => wayOf(edge, nodes, placement, direction) ?? []);
  const bands = bandsOf([...nodes.values(), ...ways.flatMap(({ label }) => label ?? [])]);
  const frames = [...placement.boxes]
    .filter(([id]) => scene.items.get(id)?.type === 'frame')
    .map(([, box]) => flowBox(box, direction));
  const missing = missingRoom(bands, frames, FRAME_GAP);
  const { points, shifts } = routeWays(bands, passagesOf(bands, ways), missing);
  return blockOf(placement, ways, points, (box) => shiftOf(box, bands, shifts), direction);
}

function nodeOf(item: Item, box: FlowBox): FlowNode {
  const outline = outlineOf(item.type === 'node' ? shapeKindOf(item) : 'FRAME');
  const [before, after] = [sideOf(box, outline), sideOf(box, outline)];
  return { ...box, id: item.id, outline, before, after };
}

const flowBox = ({ x, y, width, height }: Box, direction: PlanDirection): FlowBox =>
  direction === 'right'
    ? { start: x, end: x + width, low: y, high: y + height }
    : { start: y, end: y + height, low: x, high: x + width };

const pointOf = ({ along, across }: FlowPoint, direction: PlanDirection): Point =>
  direction === 'right'
    ? { x: Math.round(along), y: Math.round(across) }
    : { x: Math.round(across), y: Math.round(along) };

function wayOf(
  edge: PlanEdge,
  nodes: ReadonlyMap<string, FlowNode>,
  { courses }: Placement,
  direction: PlanDirection,
): Way | null {
  const [source, target] = [nodes.get(edge.from), nodes.get(edge.to)];
  if (!source || !target) return null;
  const isBack = source.start > target.start;
  const [from, to] = isBack ? [target, source] : [source, target];
  const course = courses.get(edge.id);
  const size = fitLabel(edge.label ?? '');
  const label = course?.labelAt && {
    x: course.labelAt.x - size.width / 2,
    y: course.labelAt.y - size.height / 2,
    width: size.width,
    height: size.height,
  };
  // Without a course it keeps its place across the flow until it is there.
  const middle = (from.low + from.high) / 2;
  return {
    ...{ id: edge.id, from, to, isBack, label: label ? flowBox(label, direction) : null },
    courseAt: (along) => (course ? acrossAt(course, along, direction) : middle),
  };
}

/** Where a course is across the flow, at a place along it. */
function acrossAt({ points }: Course, along: number, direction: PlanDirection): number {
  const [main, cross] = direction === 'right' ? (['x', 'y'] as const) : (['y', 'x'] as const);
  for (const [place, point] of points.entries()) {
    const next = points[place + 1];
    if (!next || next[main] < along) continue;
    const part = (along - point[main]) / Math.max(1, next[main] - point[main]);
    return point[cross] + (next[cross] - point[cross]) * Math.max(0, Math.min(1, part));
  }
  return points.at(-1)?.[cross] ?? 0;
}

/** How far the start and the end of a box move along the flow: bands that follow a channel make room for it. */
function shiftOf(
  { start, end }: FlowBox,
  bands: readonly Band[],
  shifts: readonly number[],
): { start: number; end: number } {
  const first = bands.findIndex((band) => (band.start + band.end) / 2 > start);
  const last = bands.findLastIndex((band) => (band.start + band.end) / 2 < end);
  return { start: shifts[first] ?? shifts.at(-1) ?? 0, end: shifts[last] ?? 0 };
}

function blockOf(
  placement: Placement,
  ways: readonly Way[],
  points: ReadonlyMap<string, FlowPoint[]>,
  shift: (box: FlowBox) => { start: number; end: number },
  direction: PlanDirection,
): Block {
  const moved = (box: Box): Box => {
    const by = shift(flowBox(box, direction));
    const growth = by.end - by.start;
    return direction === 'right'
      ? { ...box, x: Math.round(box.x + by.start), width: Math.round(box.width + growth) }
      : { ...box, y: Math.round(box.y + by.start), height: Math.round(box.height + growth) };
  };
  const boxes = new Map([...placement.boxes].map(([id, box]) => [id, moved(box)]));
  const routes = new Map(
    ways.map((way): [string, Route] => {
      const line = (points.get(way.id) ?? []).map((point) => pointOf(point, direction));
      const ends = [boxes.get(way.from.id), boxes.get(way.to.id)] as const;
      const route = {
        points: withEndsOnOutlines(line, way, ends),
        labelAt: labelOf(way, points, shift, direction),
      };
      return [way.id, way.isBack ? { ...route, points: route.points.toReversed() } : route];
    }),
  );
  const whole = moved({ x: 0, y: 0, width: placement.width, height: placement.height });
  return { width: Math.ceil(whole.width), height: Math.ceil(whole.height), boxes, routes };
}

/** The middle of a label: on its connector, in the band that is kept for it. */
function labelOf(
  { id, label }: Way,
  points: ReadonlyMap<string, FlowPoint[]>,
  shift: (box: FlowBox) => { start: number },
  direction: PlanDirection,
): Point | null {
  if (!label) return null;
  const along = (label.start + label.end) / 2 + shift(label).start;
  const line = points.get(id) ?? [];
  const next = line.findIndex((point, place) => place > 0 && point.along >= along);
  return pointOf({ along, across: line[next]?.across ?? (label.low + label.high) / 2 }, direction);
}

/** Nodes are taken for rectangles: ends on ellipses and diamonds are drawn out to the outline. */
function withEndsOnOutlines(
  points: Point[],
  { from, to }: Way,
  [start, end]: readonly [Box | undefined, Box | undefined],
): Point[] {
  const [first, second, beforeLast, last] = [points[0], points[1], points.at(-2), points.at(-1)];
  if (!first || !second || !beforeLast || !last || !start || !end) return points;
  return [
    extendToOutline(from.outline, start, second, first),
    ...points.slice(1, -1),
    extendToOutline(to.outline, end, beforeLast, last),
  ];
}
