import type { Size } from '../../../src/canvas/model/geometry.ts';
import type { PlanFrame, PlanNode } from '../../../src/canvas/model/plan.ts';
import { fitText } from '../../../src/canvas/text/sizing.ts';
import { flowBlock } from '../flow/flow.ts';
import { assemble, type Block, GROUP_GAP, type Placed, single } from '../scene/block.ts';
import { column, heightFor, misproportion } from '../scene/packing.ts';
import { edgesAmong, type Item, type Scene, shapeKindOf } from '../scene/scene.ts';
import { gapFor } from '../scene/spacing.ts';
import { type CardStyle, equalFrames } from './contents.ts';

/** What a last row that is not full costs, in units of misproportion. */
const RAGGED = 0.3;

/** Lays blocks out as a table: equal columns, rows as high as their highest, blocks centred in their cells. */
function table(blocks: readonly Block[], columns: number, gap: number): Block {
  const width = Math.max(0, ...blocks.map((block) => block.width));
  const parts: Placed[] = [];
  let y = 0;
  for (let first = 0; first < blocks.length; first += columns) {
    const cells = blocks.slice(first, first + columns);
    const height = Math.max(...cells.map((block) => block.height));
    for (const [index, block] of cells.entries()) {
      const x = index * (width + gap) + Math.round((width - block.width) / 2);
      parts.push({ block, x, y: y + Math.round((height - block.height) / 2) });
    }
    y += height + gap;
  }
  return assemble(parts);
}

/**
 * Arranges blocks in a table of `columns`, or in the one with the best proportions; among similar ones, prefers a full
 * last row.
 */
export function nearSquare(blocks: readonly Block[], gap: number, columns: number | null = null): Block {
  return bestTable(blocks, gap, columns).block;
}

function bestTable(
  blocks: readonly Block[],
  gap: number,
  wanted: number | null,
): { block: Block; score: number } {
  const choices = wanted === null ? blocks.map((_, index) => index + 1) : [Math.max(1, wanted)];
  return choices
    .map((columns) => {
      const block = table(blocks, columns, gap);
      const isFull = blocks.length % columns === 0;
      return { block, score: misproportion(block) + (isFull ? 0 : RAGGED) };
    })
    .reduce((best, next) => (next.score < best.score ? next : best), {
      block: assemble([]),
      score: Infinity,
    });
}

/** Nodes as cells of one width, so that a grid of notes looks like one. */
function cellBlocks(scene: Scene, items: readonly Item[]): Block[] {
  const nodes = items.filter((item) => item.type === 'node');
  const boxed = nodes.filter((node) => node.shape === 'rect' || node.shape === 'sticky');
  const width = Math.max(0, ...boxed.map((node) => scene.fitted.get(node.id)?.width ?? 0));
  const sizeOf = (node: PlanNode): Size =>
    scene.kept.get(node.id) ??
    (boxed.includes(node) ? null : scene.fitted.get(node.id)) ??
    fitText(shapeKindOf(node), node.text, scene.fontSizeOf(node), width);
  const fitted = nodes.map((node) => ({ node, size: sizeOf(node) }));
  const tallest = Math.max(
    0,
    ...fitted.filter(({ node }) => boxed.includes(node)).map(({ size }) => size.height),
  );
  return fitted.map(({ node, size }) =>
    single(
      node.id,
      boxed.includes(node) && tallest <= 160 && !scene.kept.has(node.id)
        ? { ...size, height: tallest }
        : size,
    ),
  );
}

/** Frames in a table, with their contents in one, two or three columns, whichever gives the best whole. */
async function frameTable(scene: Scene, frames: readonly PlanFrame[], gap: number): Promise<Block> {
  const most = Math.max(0, ...frames.map((frame) => scene.childrenOf(frame.id).length));
  let best: { block: Block; score: number; style: CardStyle } | undefined;
  for (let columns = 1; columns <= Math.min(3, Math.max(1, Math.ceil(most / 2))); columns++) {
    const style = { columns, width: 208 };
    const { block, score } = bestTable(await equalFrames(scene, frames, style), gap, scene.columns);
    if (!best || score < best.score) best = { block, score, style };
  }
  if (!best || heightFor(best.block) === 0) return best?.block ?? assemble([]);
  // A few frames in one row rather get taller than make a strip.
  return nearSquare(await equalFrames(scene, frames, best.style, heightFor(best.block)), gap, scene.columns);
}

/** Joined as often as this, cells of a table would hide what joins them: the tables of a data model, say. */
const isNet = (scene: Scene, items: readonly Item[]): boolean =>
  items.length > 2 && edgesAmong(scene, items).length >= 0.75 * items.length;

/** Lays out items in near-square grids: one for the frames, one for the nodes without a frame. */
export async function gridBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const frames = items.filter((item) => item.type === 'frame');
  if (frames.length === 0 && scene.columns === null && isNet(scene, items))
    return flowBlock(scene, items, null);
  const gap = gapFor(scene);
  const cells = [
    await frameTable(scene, frames, gap),
    nearSquare(cellBlocks(scene, items), gap, scene.columns),
  ];
  return column(
    cells.filter((block) => block.boxes.size > 0),
    GROUP_GAP,
  );
}
