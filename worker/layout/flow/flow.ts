import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import { type Block, GAP, GROUP_GAP, single } from '../scene/block.ts';
import { connectedParts } from '../scene/components.ts';
import { column, fittedScale, inRows, pack } from '../scene/packing.ts';
import { type Item, type Scene, subtreeOf } from '../scene/scene.ts';
import { chainBlock, chainOf } from './chain.ts';
import { foldBlock } from './fold.ts';
import { lanesBlock, lanesOf } from './lanes.ts';
import { flowOrder } from './layered/flowOrder.ts';
import { STEP_SPREAD } from './layered/flowStyle.ts';
import { layeredBlock } from './layered/layeredBlock.ts';
import { isNetwork, networkBlock } from './network.ts';
import { stagesBlock } from './stages.ts';

/** At this scale, in the view that a canvas is fitted into, text is comfortable to read: no other layout is tried. */
const COMFORTABLE = 0.75;
/** At a smaller scale text is hard to read: a flow is then folded, or broken into stages. */
const READABLE = 0.65;
/** Lanes are longer than other flows, but show who does what: they are kept down to this scale. */
const LEAST_OF_LANES = 0.35;
/** How much larger the text must be for a flow to lead down where nobody has asked for a direction. */
const TURN_GAIN = 1.1;
/** How much larger the text must be for a flow to be folded, and to be broken into stages. */
const [FOLD_GAIN, STAGES_GAIN] = [1.25, 1.5];

/** Lays out items and the edges between them as a flow. Unconnected parts are packed. A requested direction is kept. */
export async function flowBlock(
  scene: Scene,
  items: readonly Item[],
  direction: PlanDirection | null,
): Promise<Block> {
  const lanes = lanesOf(scene, items);
  const inLanes = lanes && (await larger(direction, (each) => lanesBlock(scene, lanes, each)));
  if (inLanes && fittedScale(inLanes) >= LEAST_OF_LANES) return inLanes;
  const parts = connectedParts(scene, items).filter((part) => !isLoose(part));
  const loose = items.filter((item) => parts.every((part) => !part.includes(item)));
  const together = (blocks: readonly Block[]) => withLoose(scene, pack(blocks, GROUP_GAP), loose);
  const laidOut = { right: null, down: null } as Record<PlanDirection, Promise<FlowPart[]> | null>;
  const partsIn = (each: PlanDirection) => (laidOut[each] ??= layOutParts(scene, parts, each));
  const flow = await larger(direction, async (each) =>
    together((await partsIn(each)).map(({ block }) => block)),
  );
  if (fittedScale(flow) >= READABLE) return flow;
  const inLine = await partsIn(direction ?? 'right');
  const folded = together(inLine.map((part) => foldedPart(part, direction ?? 'right')));
  const best = fittedScale(folded) > fittedScale(flow) * FOLD_GAIN ? folded : flow;
  if (items.filter((item) => item.type === 'frame').length < 2) return best;
  const stages = await stagesBlock(scene, items, direction, flowBlock);
  return fittedScale(stages) > fittedScale(best) * STAGES_GAIN ? stages : best;
}

/** The layout in a requested direction; without one that to the right, unless the text of that down is larger. */
async function larger(
  direction: PlanDirection | null,
  layOut: (direction: PlanDirection) => Block | Promise<Block>,
): Promise<Block> {
  const first = await layOut(direction ?? 'right');
  if (direction !== null || fittedScale(first) >= COMFORTABLE) return first;
  const second = await layOut('down');
  return fittedScale(second) > fittedScale(first) * TURN_GAIN ? second : first;
}

/** A connected part of a flow in one line. */
type FlowPart = { items: readonly Item[]; edges: readonly PlanEdge[]; block: Block };

const isLoose = (part: readonly Item[]): boolean => part.length === 1 && part[0]?.type === 'node';

async function layOutParts(
  scene: Scene,
  parts: readonly (readonly Item[])[],
  direction: PlanDirection,
): Promise<FlowPart[]> {
  const laidOut: FlowPart[] = [];
  for (const items of parts) {
    const ids = new Set(items.flatMap((item) => subtreeOf(scene, item)).map(({ id }) => id));
    const edges = scene.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
    laidOut.push({ items, edges, block: await partBlock(scene, { items, edges }, direction) });
  }
  return laidOut;
}

async function partBlock(
  scene: Scene,
  { items, edges }: Omit<FlowPart, 'block'>,
  direction: PlanDirection,
): Promise<Block> {
  if (scene.layout === 'flow' && scene.direction === null && isNetwork(items, edges))
    return networkBlock(scene, items, edges);
  const chain = chainOf(scene, items, edges);
  if (chain) return chainBlock(chain, direction);
  const all = items.flatMap((item) => subtreeOf(scene, item));
  const order = flowOrder(
    all.map(({ id }) => id),
    edges,
  );
  return layeredBlock(scene, items, edges, { direction, order, spread: STEP_SPREAD });
}

const foldedPart = ({ items, edges, block }: FlowPart, direction: PlanDirection): Block =>
  items.every((item) => item.type === 'node') ? foldBlock(block, edges, direction) : block;

/** A block with single nodes below it, which together are about as wide. */
function withLoose(scene: Scene, body: Block, nodes: readonly Item[]): Block {
  const blocks = nodes.map(({ id }) => single(id, scene.fitted.get(id) ?? { width: 160, height: 64 }));
  if (blocks.length === 0) return body;
  return body.width > 0 ? column([body, inRows(blocks, body.width, GAP)], GROUP_GAP) : pack(blocks, GAP);
}
