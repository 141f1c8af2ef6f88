import { type Box, centreOf, inflate, overlaps, type Point } from '../../../src/canvas/model/geometry.ts';
import { outlineOf, outlineToward } from '../../../src/canvas/model/outline.ts';
import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import { assemble, type Block, type Placed, type Route } from '../scene/block.ts';
import { row } from '../scene/packing.ts';
import { edgesAmong, type Item, type Scene, shapeKindOf } from '../scene/scene.ts';
import { gapFor } from '../scene/spacing.ts';
import { itemBlocks } from './contents.ts';

/** Step in which a ring grows until its items are apart, in pixels. */
const STEP = 8;

/** Lays out items on a circle, clockwise from the top; the one item that all others join is in its middle. */
export async function ringBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const blocks = await itemBlocks(scene, items);
  const blockOf = (item: Item): Block => blocks.get(item.id) ?? assemble([]);
  const hub = hubOf(scene, items);
  const around = items.filter((item) => item !== hub).map(blockOf);
  const gap = gapFor(scene, 48);
  if (around.length < 3) return row(items.map(blockOf), gap, 'centre');
  const placed = ringOf(around, hub ? [blockOf(hub)] : [], gap);
  const block = assemble(fromOrigin(placed));
  return { ...block, routes: new Map([...block.routes, ...straightRoutes(scene, block)]) };
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

/** A straight route for the first connector of each pair of objects; more of them would lie on it. */
function straightRoutes(scene: Scene, { boxes }: Block): Map<string, Route> {
  const routes = new Map<string, Route>();
  const pairs = new Set<string>();
  for (const edge of scene.edges) {
    const pair = [edge.from, edge.to].sort().join(' ');
    const points = straightLine(scene, boxes, edge);
    if (points === null || pairs.has(pair)) continue;
    pairs.add(pair);
    routes.set(edge.id, { points, labelAt: null });
  }
  return routes;
}

/** From outline to outline, along the line between the centres; null for an end that has no place. */
function straightLine(scene: Scene, boxes: ReadonlyMap<string, Box>, { from, to }: PlanEdge): Point[] | null {
  const [start, end] = [boxes.get(from), boxes.get(to)];
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
