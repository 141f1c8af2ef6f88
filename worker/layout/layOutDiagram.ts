import type { CanvasObject } from '../../src/canvas/model/object.ts';
import type { Diagram } from '../../src/canvas/model/plan.ts';
import { canvasObjects } from './canvasObjects.ts';
import { classBlock } from './diagrams/classes.ts';
import { contentBlock, itemBlocks } from './diagrams/contents.ts';
import { gridBlock } from './diagrams/grid.ts';
import { kanbanBlock } from './diagrams/kanban.ts';
import { mindmapBlock } from './diagrams/mindmap.ts';
import { ringBlock } from './diagrams/ring.ts';
import { stateBlock } from './diagrams/states.ts';
import { swotBlock } from './diagrams/swot.ts';
import { timelineBlock } from './diagrams/timeline.ts';
import { treeBlock } from './diagrams/tree.ts';
import { flowBlock } from './flow/flow.ts';
import type { Block } from './scene/block.ts';
import { GROUP_GAP } from './scene/block.ts';
import { column } from './scene/packing.ts';
import type { PartialDiagram } from './scene/partialDiagram.ts';
import { edgesAmong, type Item, type Scene, sceneOf } from './scene/scene.ts';
import { layOutSequence } from './sequence/layOutSequence.ts';

type Arrange = (scene: Scene, items: readonly Item[]) => Promise<Block>;

const ARRANGEMENTS: Record<Diagram['layout'], Arrange> = {
  flow: (scene, items) => flowBlock(scene, items, scene.direction),
  tree: treeBlock,
  kanban: kanbanBlock,
  swot: swotBlock,
  mindmap: mindmapBlock,
  timeline: timelineBlock,
  grid: gridBlock,
  ring: ringBlock,
  sequence: (scene, items) => flowBlock(scene, items, 'right'),
  state: stateBlock,
  class: classBlock,
};

/** Receives the error when a layout fails and a simpler one is used instead. */
export type OnFailure = (error: unknown) => void;

/** Headings of the whole canvas: text on its own that nothing joins. */
function headingsOf(scene: Scene, items: readonly Item[]): Item[] {
  const joined = new Set(edgesAmong(scene, items).flatMap(({ from, to }) => [from, to]));
  const headings = items.filter(
    (item) => item.type === 'node' && item.shape === 'text' && !joined.has(item.id),
  );
  return headings.length <= 2 && headings.length < items.length ? headings : [];
}

async function arrange(scene: Scene, onFailure: OnFailure): Promise<Block> {
  const items = scene.childrenOf(null);
  const headings = headingsOf(scene, items);
  const rest = items.filter((item) => !headings.includes(item));
  const body = await ARRANGEMENTS[scene.layout](scene, rest).catch((error: unknown) => {
    onFailure(error);
    return gridBlock(scene, rest);
  });
  const titles = await itemBlocks(scene, headings);
  return column([...titles.values(), body], GROUP_GAP / 2);
}

/** Everything below one another: ugly, but it needs nothing that could fail. */
const lastResort = (scene: Scene): Promise<Block> =>
  contentBlock({ ...scene, edges: [] }, scene.childrenOf(null), { columns: 3, width: 208 });

/**
 * Lays out a diagram: gives each object a position and size, in pixels from the top left corner. Frames come first
 * (outer before inner), then connectors, then shapes; `zIndex` follows this order. Ids are kept. Every diagram whose
 * references resolve has a layout, which depends on the diagram alone.
 *
 * @param onFailure Receives the error of a layout that failed.
 */
export async function layOutDiagram(
  diagram: PartialDiagram,
  onFailure: OnFailure = () => undefined,
): Promise<CanvasObject[]> {
  const { scene, block } = await placeDiagram(diagram, onFailure);
  return canvasObjects(scene, block);
}

/** Positions and sizes of a diagram's frames and shapes, without the ways of its connectors, which take most of the time. */
export async function placeDiagram(
  diagram: PartialDiagram,
  onFailure: OnFailure = () => undefined,
): Promise<{ scene: Scene; block: Block }> {
  const sequence = diagram.layout === 'sequence' ? await layOutSequence(diagram).catch(onFailure) : null;
  if (sequence) return sequence;
  const scene = sceneOf(diagram);
  const expected = { ...scene, edges: [...scene.edges, ...(diagram.expectedEdges ?? [])] };
  const block = await arrange(expected, onFailure).catch((error: unknown) => {
    onFailure(error);
    return lastResort(scene);
  });
  return { scene, block };
}
