import { type Size, snapUp } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import { type Block, GAP, GROUP_GAP, single } from '../scene/block.ts';
import { connectedParts } from '../scene/components.ts';
import { column, heightFor, inRows, isProportionate, misproportion, pack } from '../scene/packing.ts';
import { type Item, type Scene, subtreeOf } from '../scene/scene.ts';
import { type FlowStyle, STEP_SPREAD } from './flowGraph.ts';
import { type FlowOrder, flowOrder } from './flowOrder.ts';
import { foldLines } from './fold.ts';
import { foldedBlock } from './folded.ts';
import { areLanes, lanesBlock } from './lanes.ts';
import { layeredBlock } from './layered.ts';
import { stagesBlock } from './stages.ts';

/** A flow this short is never folded. */
const SHORT = 4;
/** Rough room of one step in pixels, gaps included, for guessing proportions before layout. */
const STEP = { width: 216, height: 112 };

/** How much better proportions must get for a flow to be folded. */
const FOLD_COST = 0.4;

/** How the parts of a flow are laid out. */
type Way = { direction: PlanDirection; folded: boolean };

const guessedSize = ({ length, breadth }: FlowOrder, direction: PlanDirection): Size =>
  direction === 'right'
    ? { width: length * STEP.width, height: breadth * STEP.height }
    : { width: breadth * STEP.width, height: length * STEP.height };

/** The ways worth trying, the most promising first; a long flow in one line is not worth the time. */
function waysFor(direction: PlanDirection | null, order: FlowOrder, canFold: boolean): Way[] {
  const wanted: PlanDirection[] = direction === null ? ['right', 'down'] : [direction];
  const isPromising = (each: PlanDirection): boolean => isProportionate(guessedSize(order, each));
  const straight = wanted.map((each) => ({ direction: each, folded: false }));
  const promising = straight.filter((way) => isPromising(way.direction));
  const others = straight.filter((way) => !isPromising(way.direction));
  const folded = canFold && order.length > SHORT ? [{ direction: direction ?? 'right', folded: true }] : [];
  return [
    ...promising,
    ...(direction === null ? [] : others),
    ...folded,
    ...(direction === null ? others : []),
  ];
}

/** The single nodes among the parts, as one block that is about as wide as the rest. */
function looseBlock(scene: Scene, nodes: readonly Item[], width: number): Block[] {
  const blocks = nodes.map(({ id }) => single(id, scene.fitted.get(id) ?? { width: 160, height: 64 }));
  if (blocks.length === 0) return [];
  return [width > 0 ? inRows(blocks, width, GAP) : pack(blocks, GAP)];
}

/** Branches are set further apart, by so many pixels at most, where that saves the flow from being a strip. */
const MOST_SPARE = 96;

/** A part of a flow in one line, with its branches far enough apart. */
async function inOneLine(
  scene: Scene,
  part: readonly Item[],
  edges: readonly PlanEdge[],
  style: FlowStyle,
): Promise<Block> {
  const block = await layeredBlock(scene, part, edges, style);
  const spare = (heightFor(block) - block.height) / (style.order.breadth - 1);
  if (style.direction === 'down' || isLarge(part) || !(spare > 0 && spare <= MOST_SPARE)) return block;
  return layeredBlock(scene, part, edges, { ...style, spread: style.spread + snapUp(spare) });
}

async function partBlock(scene: Scene, part: readonly Item[], order: FlowOrder, way: Way): Promise<Block> {
  const ids = new Set(part.flatMap((item) => subtreeOf(scene, item)).map((item) => item.id));
  const edges = scene.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  const style = { direction: way.direction, order, spread: STEP_SPREAD };
  const isFoldable = way.folded && part.length > SHORT && part.every((item) => item.type === 'node');
  const fold = isFoldable ? foldLines(scene, part, edges, order, way.direction) : null;
  if (!fold) return inOneLine(scene, part, edges, style);
  const folded = await foldedBlock(scene, fold.lines, edges, style);
  if (isLarge(part)) return folded;
  const straight = await inOneLine(scene, part, edges, style);
  return misproportion(folded) + FOLD_COST + fold.cost < misproportion(straight) ? folded : straight;
}

async function layOutParts(
  scene: Scene,
  parts: readonly (readonly Item[])[],
  order: FlowOrder,
  way: Way,
): Promise<Block> {
  const isLoose = (part: readonly Item[]): boolean => part.length === 1 && part[0]?.type === 'node';
  const blocks: Block[] = [];
  for (const part of parts.filter((each) => !isLoose(each)))
    blocks.push(await partBlock(scene, part, order, way));
  const body = pack(blocks, GROUP_GAP);
  return column(
    [body, ...looseBlock(scene, parts.filter(isLoose).flat(), body.width)].filter(
      ({ boxes }) => boxes.size > 0,
    ),
    GROUP_GAP,
  );
}

function bestLanes(scene: Scene, items: readonly Item[], direction: PlanDirection | null): Block {
  const lanes = items.filter((item) => item.type === 'frame');
  const rows = lanesBlock(scene, lanes, 'right');
  const columns = lanesBlock(scene, lanes, 'down');
  const wanted = direction === 'down' ? columns : rows;
  if (direction !== null && isProportionate(wanted)) return wanted;
  return misproportion(rows) <= misproportion(columns) ? rows : columns;
}

/** The first of some layouts that is good enough, else the best of them; only those that are needed are made. */
async function firstGood(
  layouts: readonly (() => Block | Promise<Block>)[],
  isGood: (block: Block) => boolean,
): Promise<Block> {
  let best: Block | undefined;
  for (const layout of layouts) {
    const block = await layout();
    if (!best || misproportion(block) < misproportion(best)) best = block;
    if (isGood(block)) return block;
  }
  return best ?? pack([], GROUP_GAP);
}

/** Without a requested direction, accept any aspect ratio that fits a screen. */
const isComfortable = ({ width, height }: Block): boolean => width <= 2.6 * height && height <= 2 * width;

/** Lays out items and the edges between them as a flow. Unconnected parts are packed. */
export async function flowBlock(
  scene: Scene,
  items: readonly Item[],
  direction: PlanDirection | null,
): Promise<Block> {
  const all = items.flatMap((item) => subtreeOf(scene, item));
  const joined = new Set(scene.edges.flatMap(({ from, to }) => [from, to]));
  const order = flowOrder(
    all.map((item) => item.id).filter((id) => joined.has(id)),
    scene.edges,
  );
  const parts = connectedParts(scene, items);
  const canFold = parts.some((part) => part.every((item) => item.type === 'node'));
  const ways = waysFor(direction, order, canFold).map((way) => () => layOutParts(scene, parts, order, way));
  const hasStages = items.filter((item) => item.type === 'frame').length > 1;
  const stages = hasStages ? [() => stagesBlock(scene, items, direction, flowBlock)] : [];
  const turned: PlanDirection = direction === 'right' ? 'down' : 'right';
  // Rather than a strip, what can't be folded well takes the other direction; but not a few steps in a row.
  const turns =
    direction !== null && !isLarge(all) && order.length > SHORT
      ? [() => layOutParts(scene, parts, order, { direction: turned, folded: false })]
      : [];
  const lanes = areLanes(scene, items) ? [() => bestLanes(scene, items, direction)] : [];
  return firstGood(
    [...lanes, ...(isLarge(all) ? [...stages, ...ways] : [...ways, ...stages]), ...turns],
    direction === null ? isComfortable : isProportionate,
  );
}

/** Beyond so many items in groups the layered layout of the whole takes seconds; the groups one by one don't. */
const LARGE = 60;
const isLarge = (items: readonly Item[]): boolean => items.length > LARGE;
