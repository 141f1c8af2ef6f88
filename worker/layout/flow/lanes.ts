import type { Size } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanFrame } from '../../../src/canvas/model/plan.ts';
import { fitLabel } from '../../../src/canvas/text/sizing.ts';
import { assemble, type Block, FRAME_PADDING, framed, GAP, type Placed, single } from '../scene/block.ts';
import { column, row } from '../scene/packing.ts';
import { edgesAmong, type Item, type Scene } from '../scene/scene.ts';
import { type FlowOrder, flowOrder } from './layered/flowOrder.ts';
import { STEP_GAP } from './layered/flowStyle.ts';
import { routedBlock } from './layered/layeredBlock.ts';

/** A frame with steps, or a pool: a frame with such frames. */
type Lane = { frame: PlanFrame; steps: readonly Item[]; lanes: Lane[] };

/** Share of the connectors between frames that lead back, from which on the flow goes back and forth between these. */
const LEAST_BACK = 1 / 8;

/** Lanes and pools, if the flow goes back and forth between these frames. Frames that it passes one after the other are stages. */
export function lanesOf(scene: Scene, items: readonly Item[]): Lane[] | null {
  const lanes = items.flatMap((item) => laneOf(scene, item, 2) ?? []);
  if (lanes.length !== items.length || rowsOf(lanes).length < 2) return null;
  const links = edgesAmong(scene, items).map(({ edge, from, to }) => ({ ...edge, from, to }));
  const ids = items.map((item) => item.id);
  const { back } = flowOrder(ids, links);
  return back.size > 0 && back.size >= LEAST_BACK * links.filter(({ from, to }) => from !== to).length
    ? lanes
    : null;
}

/** A frame as a lane of so many levels at most, or null. */
function laneOf(scene: Scene, frame: Item, levels: number): Lane | null {
  if (frame.type !== 'frame' || levels === 0) return null;
  const contents = scene.childrenOf(frame.id);
  if (contents.every((item) => item.type === 'node')) return { frame, steps: contents, lanes: [] };
  const lanes = contents.flatMap((item) => laneOf(scene, item, levels - 1) ?? []);
  return lanes.length === contents.length ? { frame, steps: [], lanes } : null;
}

const rowsOf = (lanes: readonly Lane[]): Lane[] =>
  lanes.flatMap((lane) => (lane.lanes.length > 0 ? lane.lanes : [lane]));

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

/** The places that all lanes have in common: where each distance from the start begins, and its length. */
type Place = { at: number; extent: number };

/** The cells of a lane, each in the middle of its place, within a margin at both ends. */
function laneContent(
  cells: readonly Block[],
  places: readonly Place[],
  direction: PlanDirection,
  margin: number,
): Block {
  const breadth = Math.max(0, ...cells.map((cell) => across(direction, cell)));
  const parts = cells.map((block, depth): Placed => {
    const place = places[depth] ?? { at: 0, extent: 0 };
    const main = margin + place.at + Math.round((place.extent - along(direction, block)) / 2);
    const cross = Math.round((breadth - across(direction, block)) / 2);
    return direction === 'right' ? { block, x: main, y: cross } : { block, x: cross, y: main };
  });
  const last = places.at(-1);
  const length = 2 * margin + (last ? last.at + last.extent : 0);
  return assemble(
    parts.filter(({ block }) => block.boxes.size > 0),
    direction === 'right' ? { width: length, height: breadth } : { width: breadth, height: length },
  );
}

/**
 * Lays out swim lanes, in pools or not: each lane has the length of the whole flow, and steps at the same distance from
 * the start are aligned across lanes.
 */
export function lanesBlock(scene: Scene, lanes: readonly Lane[], direction: PlanDirection): Block {
  const rows = rowsOf(lanes);
  const order = flowOrder(
    rows.flatMap(({ steps }) => steps.map((step) => step.id)),
    scene.edges,
  );
  const levels = Array.from({ length: order.length }, (_, depth) => depth);
  const cells = new Map(
    rows.map((lane) => {
      const byDepth = Map.groupBy(lane.steps, (step) => order.depths.get(step.id) ?? 0);
      return [lane, levels.map((depth) => cellOf(scene, byDepth.get(depth) ?? [], direction))];
    }),
  );
  const places = placesOf(scene, order, [...cells.values()], direction);
  const hasPools = rows.length > lanes.length;
  const draw = (lane: Lane, isInPool: boolean): Block => {
    if (lane.lanes.length > 0) return framed(lane.frame, stack(lane.lanes.map((each) => draw(each, true))));
    const margin = hasPools && !isInPool ? FRAME_PADDING : 0;
    return framed(lane.frame, laneContent(cells.get(lane) ?? [], places, direction, margin));
  };
  const stack = (blocks: readonly Block[]): Block => {
    const width = Math.max(...blocks.map((block) => block.width));
    const height = Math.max(...blocks.map((block) => block.height));
    return direction === 'right'
      ? column(
          blocks.map((block) => stretched(block, { width, height: block.height })),
          GAP,
        )
      : row(
          blocks.map((block) => stretched(block, { width: block.width, height })),
          GAP,
        );
  };
  const block = stack(lanes.map((lane) => draw(lane, false)));
  const routed = routedBlock(scene, { ...block, courses: new Map() }, scene.edges, direction);
  const routes = [...routed.routes].map(([id, route]) => [id, { ...route, crossesLanes: true }] as const);
  return { ...routed, routes: new Map(routes) };
}

/** A framed block with its outermost frame made larger. */
function stretched(block: Block, size: Size): Block {
  const [outermost] = block.boxes;
  if (!outermost) return block;
  const [id, box] = outermost;
  return { ...block, ...size, boxes: new Map([...block.boxes, [id, { ...box, ...size }]]) };
}

function placesOf(
  scene: Scene,
  { depths, length }: FlowOrder,
  lanes: readonly (readonly Block[])[],
  direction: PlanDirection,
): Place[] {
  let at = 0;
  return Array.from({ length }, (_, depth): Place => {
    const extent = Math.max(
      ...lanes.map((cells) => along(direction, cells[depth] ?? { width: 0, height: 0 })),
    );
    const place = { at, extent };
    const labels = scene.edges.flatMap(({ from, label }) =>
      depths.get(from) === depth && label?.trim() ? [along(direction, fitLabel(label)) + STEP_GAP] : [],
    );
    at += extent + Math.max(STEP_GAP, ...labels);
    return place;
  });
}
