import type { PlanDirection } from '../../../src/canvas/model/plan.ts';
import { type Block, framed, GROUP_GAP, single } from '../scene/block.ts';
import { column, fittedScale, pack, row } from '../scene/packing.ts';
import { edgesAmong, type Item, type Scene } from '../scene/scene.ts';
import { flowOrder } from './layered/flowOrder.ts';

/** Lays out the contents of a stage. It is a parameter because a stage contains a flow, and modules form no cycle. */
export type InnerLayout = (scene: Scene, items: readonly Item[], direction: PlanDirection) => Promise<Block>;

/** Stages in the order in which the flow goes through them. */
function inOrder(scene: Scene, stages: readonly Item[]): Item[] {
  const links = edgesAmong(scene, stages).map(({ edge, from, to }) => ({ ...edge, from, to }));
  const { depths } = flowOrder(
    stages.map((stage) => stage.id),
    links,
  );
  return stages.toSorted((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0));
}

async function stageBlock(
  scene: Scene,
  stage: Item,
  direction: PlanDirection,
  inner: InnerLayout,
): Promise<Block> {
  if (stage.type === 'frame') return framed(stage, await inner(scene, scene.childrenOf(stage.id), direction));
  return single(stage.id, scene.fitted.get(stage.id) ?? { width: 160, height: 64 });
}

/**
 * Lays out frames that a flow passes one after the other, across the direction of their steps: side by side with steps
 * that go down, in a column with steps that go right, or in several rows, whichever gives the largest text. The steps
 * keep a requested direction. The router adds the connectors between the stages.
 */
export async function stagesBlock(
  scene: Scene,
  stages: readonly Item[],
  direction: PlanDirection | null,
  inner: InnerLayout,
): Promise<Block> {
  const ordered = inOrder(scene, stages);
  let best: Block | undefined;
  for (const inside of direction === null ? (['down', 'right'] as const) : [direction]) {
    const blocks: Block[] = [];
    for (const stage of ordered) blocks.push(await stageBlock(scene, stage, inside, inner));
    const line = inside === 'down' ? row(blocks, GROUP_GAP) : column(blocks, GROUP_GAP);
    for (const block of [line, pack(blocks, GROUP_GAP)]) {
      if (!best || fittedScale(block) > fittedScale(best)) best = block;
    }
  }
  return best ?? pack([], GROUP_GAP);
}
