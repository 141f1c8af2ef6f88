import {
  type Box,
  centreOf,
  crosses,
  inflate,
  overlaps,
  type Point,
} from '../../../src/canvas/model/geometry.ts';
import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import { outlineOf, outlineToward } from '../../../src/canvas/model/routes/outline.ts';
import { assemble, type Block, type Placed, type Route } from '../scene/block.ts';
import { row } from '../scene/packing.ts';
import { edgesAmong, type Item, type Scene, shapeKindOf } from '../scene/scene.ts';
import { gapFor } from '../scene/spacing.ts';
import { itemBlocks } from './contents.ts';

/** Step in which a ring grows until its items are apart, in pixels. */
const STEP = 8;

/**
 * Lays out items on a circle, clockwise from the top. In its middle is the one item that all others join, or an item with
 * a negative order.
 */
export async function ringBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const blocks = await itemBlocks(scene, items);
  const blockOf = (item: Item): Block => blocks.get(item.id) ?? assemble([]);
  const hub = items.find((item) => (item.order ?? 0) < 0) ?? hubOf(scene, items);
  const around = items.filter((item) => item !== hub).map(blockOf);
  const gap = gapFor(scene, 48);
  if (around.length < 3) return row(items.map(blockOf), gap, 'centre');
  const placed = ringOf(around, hub ? [blockOf(hub)] : [], gap);
  const block = assemble(fromOrigin(placed));
  return { ...block, routes: new Map([...block.routes, ...straightRoutes(scene, items, block)]) };
}

/** The only item that is joined to all others, if there are enough of them to be around it. */
function hubOf(scene: Scene, items: readonly Item[]): Item | null {
  const joined = new Map<string, Set<string>>(items.map(({ id }) => [id, new Set()]));
  for (const { from, to } of edgesAmong(scene, items)) {
    joined.get(from)?.add(to);
    joined.get(to)?.add(from);
  }
  const hubs = items.filter(({ id }) => joined.get(id)?.size === items.length - 1);
  return items.length > 3 && hubs.length === 1 ? (hubs[0] ?? null) : null;
}

/** The smallest ring on which neighbours, and the one in the middle, are `gap` pixels apart. */
function ringOf(around: readonly Block[], middle: readonly Block[], gap: number): Placed[] {
  for (let radius = 2 * STEP; ; radius += STEP) {
    const placed = [
      ...around.map((block, at) => centredAt(block, onCircle(at / around.length, radius))),
      ...middle.map((block) => centredAt(block, { x: 0, y: 0 })),
    ];
    if (areApart(placed, gap)) return placed;
  }
}

/** A point on a circle round the origin, `turn` of the way round from the top. */
const onCircle = (turn: number, radius: number): Point => ({
  x: Math.round(radius * Math.sin(2 * Math.PI * turn)),
  y: Math.round(-radius * Math.cos(2 * Math.PI * turn)),
});

const centredAt = (block: Block, { x, y }: Point): Placed => ({
  block,
  x: x - block.width / 2,
  y: y - block.height / 2,
});

const boxOf = ({ block: { width, height }, x, y }: Placed): Box => ({ x, y, width, height });

const areApart = (placed: readonly Placed[], gap: number): boolean =>
  placed.every((one, at) =>
    placed.slice(at + 1).every((other) => !overlaps(inflate(boxOf(one), gap), boxOf(other))),
  );

function fromOrigin(placed: readonly Placed[]): Placed[] {
  const [left, top] = [Math.min(...placed.map(({ x }) => x)), Math.min(...placed.map(({ y }) => y))];
  return placed.map((part) => ({ ...part, x: part.x - left, y: part.y - top }));
}

/** Room between a straight connector and the objects that it passes, in pixels. */
const CLEARANCE = 8;

/**
 * Straight routes between objects of the ring: for the first connector of each pair, since more of them would lie on it,
 * and only where no other object is in the way.
 */
function straightRoutes(scene: Scene, items: readonly Item[], { boxes }: Block): Map<string, Route> {
  const onRing = new Set(items.map(({ id }) => id));
  const places = new Map([...boxes].filter(([id]) => onRing.has(id)));
  const routes = new Map<string, Route>();
  const pairs = new Set<string>();
  for (const edge of scene.edges) {
    const pair = [edge.from, edge.to].sort().join(' ');
    const line = straightLine(scene, places, edge);
    if (line === null || pairs.has(pair) || isBlocked(line, edge, places)) continue;
    pairs.add(pair);
    routes.set(edge.id, { points: line, labelAt: null });
  }
  return routes;
}

type Places = ReadonlyMap<string, Box>;

const isBlocked = (line: [Point, Point], { from, to }: PlanEdge, places: Places): boolean =>
  [...places].some(([id, box]) => id !== from && id !== to && crosses(line, inflate(box, CLEARANCE)));

/** From outline to outline, along the line between the centres; null for an end that is not on the ring. */
function straightLine(scene: Scene, places: Places, { from, to }: PlanEdge): [Point, Point] | null {
  const [start, end] = [places.get(from), places.get(to)];
  if (start === undefined || end === undefined || from === to) return null;
  const outline = (id: string) => {
    const item = scene.items.get(id);
    return outlineOf(item?.type === 'node' ? shapeKindOf(item) : 'FRAME');
  };
  return [
    outlineToward(outline(from), start, centreOf(end)),
    outlineToward(outline(to), end, centreOf(start)),
  ];
}
