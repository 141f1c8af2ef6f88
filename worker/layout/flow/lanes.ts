import { type Size, snapUp } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanFrame } from '../../../src/canvas/model/plan.ts';
import { assemble, type Block, framed, GAP, type Placed, single } from '../scene/block.ts';
import { column, heightFor, row } from '../scene/packing.ts';
import { edgesAmong, type Item, type Scene } from '../scene/scene.ts';
import { gapFor } from '../scene/spacing.ts';
import { flowOrder } from './flowOrder.ts';

/**
 * Whether frames are swim lanes: the flow goes back and forth between them. Frames that it passes once, one after the
 * other, are stages.
 */
export function areLanes(scene: Scene, items: readonly Item[]): boolean {
  if (items.length < 2 || !items.every((item) => item.type === 'frame')) return false;
  const hold = items.flatMap((item) => scene.childrenOf(item.id));
  if (hold.length === 0 || hold.some((item) => item.type === 'frame')) return false;
  const links = edgesAmong(scene, items).map(({ edge, from, to }) => ({ ...edge, from, to }));
  return (
    flowOrder(
      items.map((item) => item.id),
      links,
    ).back.size > 0
  );
}

const across = (direction: PlanDirection, size: Size): number =>
  direction === 'right' ? size.height : size.width;
const along = (direction: PlanDirection, size: Size): number =>
  direction === 'right' ? size.width : size.height;

/** Steps of one lane at one distance from the start, side by side across the flow. */
function cellOf(scene: Scene, steps: readonly Item[], direction: PlanDirection): Block {
  const blocks = steps.flatMap(({ id }) => {
    const size = scene.fitted.get(id);
    return size ? [single(id, size)] : [];
  });
  return direction === 'right' ? column(blocks, GAP) : row(blocks, GAP, 'centre');
}

/** The cells of a lane, each in the middle of its place; the lane is `spare` pixels broader than it must be. */
function laneContent(
  cells: readonly Block[],
  places: readonly { at: number; extent: number }[],
  direction: PlanDirection,
  spare: number,
): Block {
  const breadth = spare + Math.max(0, ...cells.map((cell) => across(direction, cell)));
  const parts = cells.map((block, depth): Placed => {
    const place = places[depth] ?? { at: 0, extent: 0 };
    const main = place.at + Math.round((place.extent - along(direction, block)) / 2);
    const cross = Math.round((breadth - across(direction, block)) / 2);
    return direction === 'right' ? { block, x: main, y: cross } : { block, x: cross, y: main };
  });
  const last = places.at(-1);
  const length = last ? last.at + last.extent : 0;
  return assemble(
    parts.filter(({ block }) => block.boxes.size > 0),
    direction === 'right' ? { width: length, height: breadth } : { width: breadth, height: length },
  );
}

/** A lane is broadened by at most so many pixels. */
const MOST_SPARE = 160;

/**
 * Lays out swim lanes: each lane has the length of the whole flow, and steps at the same distance from the start are
 * aligned across lanes. The router adds the connectors.
 */
export function lanesBlock(scene: Scene, lanes: readonly PlanFrame[], direction: PlanDirection): Block {
  const steps = lanes.flatMap((lane) => scene.childrenOf(lane.id));
  const { depths, length } = flowOrder(
    steps.map((step) => step.id),
    scene.edges,
  );
  const levels = Array.from({ length }, (_, depth) => depth);
  const cells = lanes.map((lane) => {
    const byDepth = Map.groupBy(scene.childrenOf(lane.id), (step) => depths.get(step.id) ?? 0);
    return levels.map((depth) => cellOf(scene, byDepth.get(depth) ?? [], direction));
  });
  const gap = gapFor(scene);
  let at = 0;
  const places = levels.map((depth) => {
    const extent = Math.max(
      0,
      ...cells.map((lane) => along(direction, lane[depth] ?? { width: 0, height: 0 })),
    );
    const place = { at, extent };
    at += extent + (direction === 'right' ? gap : Math.min(gap, 64));
    return place;
  });
  const draw = (spare: number): Block => {
    const contents = cells.map((lane) => laneContent(lane, places, direction, spare));
    const frames = (least: Size): Block[] =>
      lanes.map((lane, index) => framed(lane, contents[index] ?? assemble([]), least));
    const width = Math.max(0, ...frames({ width: 0, height: 0 }).map((block) => block.width));
    return direction === 'right'
      ? column(frames({ width, height: 0 }), GAP)
      : row(frames({ width: 0, height: 0 }), GAP);
  };
  const natural = draw(0);
  if (direction === 'down' || heightFor(natural) === 0) return natural;
  // Long lanes are drawn broader, as on a wall, rather than as a thin strip.
  const missing = (heightFor(natural) - natural.height) / lanes.length;
  return draw(Math.min(MOST_SPARE, snapUp(missing)));
}
