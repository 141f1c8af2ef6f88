import type { PlanDirection } from '../../../src/canvas/model/plan.ts';
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
  const parts = connectedParts(scene, items);
  const flow = await larger(direction, (each) => layOutParts(scene, parts, each, false));
  if (fittedScale(flow) >= READABLE) return flow;
  const folded = await layOutParts(scene, parts, direction ?? 'right', true);
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

async function layOutParts(
  scene: Scene,
  parts: readonly (readonly Item[])[],
  direction: PlanDirection,
  isFolded: boolean,
): Promise<Block> {
  const isLoose = (part: readonly Item[]): boolean => part.length === 1 && part[0]?.type === 'node';
  const blocks: Block[] = [];
  for (const part of parts.filter((each) => !isLoose(each)))
    blocks.push(await partBlock(scene, part, direction, isFolded));
  const body = pack(blocks, GROUP_GAP);
  return column(
    [body, ...looseBlock(scene, parts.filter(isLoose).flat(), body.width)].filter(
      ({ boxes }) => boxes.size > 0,
    ),
    GROUP_GAP,
  );
}

async function partBlock(
  scene: Scene,
  part: readonly Item[],
  direction: PlanDirection,
  isFolded: boolean,
): Promise<Block> {
  const ids = new Set(part.flatMap((item) => subtreeOf(scene, item)).map((item) => item.id));
  const edges = scene.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  if (scene.layout === 'flow' && scene.direction === null && isNetwork(part, edges))
    return networkBlock(scene, part, edges);
  const chain = chainOf(scene, part, edges);
  const order = flowOrder([...ids], edges);
  const block = chain
    ? chainBlock(chain, direction)
    : await layeredBlock(scene, part, edges, { direction, order, spread: STEP_SPREAD });
  return isFolded && part.every((item) => item.type === 'node') ? foldBlock(block, edges, direction) : block;
}

/** The single nodes among the parts, as one block that is about as wide as the rest. */
function looseBlock(scene: Scene, nodes: readonly Item[], width: number): Block[] {
  const blocks = nodes.map(({ id }) => single(id, scene.fitted.get(id) ?? { width: 160, height: 64 }));
  if (blocks.length === 0) return [];
  return [width > 0 ? inRows(blocks, width, GAP) : pack(blocks, GAP)];
}
