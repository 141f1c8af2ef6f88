import type { PlanDirection } from '../../src/canvas/plan.ts';
import { assemble, type Block, framed, GROUP_GAP } from './block.ts';
import { flowOrder } from './flow-order.ts';
import { column, misproportion, row } from './packing.ts';
import { edgesAmong, type Item, type Scene } from './scene.ts';

/** How the inside of one stage is laid out; passed in, since it is a flow itself. */
export type InnerLayout = (scene: Scene, items: readonly Item[], direction: PlanDirection) => Promise<Block>;

/** Stages in the order in which the flow goes through them. */
const inOrder = (scene: Scene, stages: readonly Item[]): Item[] => {
  const links = edgesAmong(scene, stages).map(({ edge, from, to }) => ({ ...edge, from, to }));
  const { depths } = flowOrder(
    stages.map((stage) => stage.id),
    links,
  );
  return stages.toSorted((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0));
};

/**
 * Frames that a flow goes through one after the other, set across it: stages side by side with their steps
 * going down, or below one another with their steps going right. Saves a long staged flow from becoming a
 * strip. The connectors between the stages are left to the router.
 */
export const stagesBlock = async (
  scene: Scene,
  stages: readonly Item[],
  inner: InnerLayout,
): Promise<Block> => {
  const arranged: Block[] = [];
  for (const direction of ['down', 'right'] as const) {
    const blocks: Block[] = [];
    for (const stage of inOrder(scene, stages)) {
      if (stage.type !== 'frame') continue;
      blocks.push(framed(stage, await inner(scene, scene.childrenOf(stage.id), direction)));
    }
    arranged.push(direction === 'down' ? row(blocks, GROUP_GAP) : column(blocks, GROUP_GAP));
  }
  const [first = assemble([]), second = first] = arranged;
  return misproportion(first) <= misproportion(second) ? first : second;
};
