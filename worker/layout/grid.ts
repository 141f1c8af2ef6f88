import { assemble, type Block, GROUP_GAP, type Placed, single } from './block.ts';
import { equalFrames } from './contents.ts';
import { column, heightFor, misproportion } from './packing.ts';
import { type Item, type Scene, shapeKindOf } from './scene.ts';
import { fitText } from './sizing.ts';
import { gapFor } from './spacing.ts';

/** Lays blocks out as a table: equal columns, rows as high as their highest, blocks centred in their cells. */
const table = (blocks: readonly Block[], columns: number, gap: number): Block => {
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
};

/** The best proportioned table; a full last row breaks ties between near equals. */
export const nearSquare = (blocks: readonly Block[], gap: number): Block => {
  if (blocks.length === 0) return assemble([]);
  const score = (columns: number, block: Block): number =>
    misproportion(block) + (blocks.length % columns === 0 ? 0 : 0.15);
  return blocks
    .map((_, index) => ({ columns: index + 1, block: table(blocks, index + 1, gap) }))
    .reduce((best, next) => (score(next.columns, next.block) < score(best.columns, best.block) ? next : best))
    .block;
};

/** Nodes as cells of one width, so that a grid of notes looks like one. */
const cellBlocks = (scene: Scene, items: readonly Item[]): Block[] => {
  const nodes = items.filter((item) => item.type === 'node');
  const boxed = nodes.filter((node) => node.shape === 'rect' || node.shape === 'sticky');
  const width = Math.max(0, ...boxed.map((node) => scene.fitted.get(node.id)?.width ?? 0));
  const fitted = nodes.map((node) => ({
    node,
    size: fitText(shapeKindOf(node), node.text, scene.fontSizeOf(node), boxed.includes(node) ? width : 0),
  }));
  const tallest = Math.max(0, ...fitted.map(({ size }) => size.height));
  return fitted.map(({ node, size }) =>
    single(node.id, boxed.includes(node) && tallest <= 160 ? { ...size, height: tallest } : size),
  );
};

/** Lays out items in near-square grids: the frames in one, the nodes without a frame in another. */
export const gridBlock = async (scene: Scene, items: readonly Item[]): Promise<Block> => {
  const frames = items.filter((item) => item.type === 'frame');
  const gap = gapFor(scene);
  const most = Math.max(0, ...frames.map((frame) => scene.childrenOf(frame.id).length));
  const style = { columns: most > 8 ? 3 : most > 3 ? 2 : 1, width: 208 };
  const natural = nearSquare(await equalFrames(scene, frames, style), gap);
  // A few frames in one row rather get taller than make a strip.
  const framed =
    heightFor(natural) > 0
      ? nearSquare(await equalFrames(scene, frames, style, heightFor(natural)), gap)
      : natural;
  const cells = [framed, nearSquare(cellBlocks(scene, items), gap)];
  return column(
    cells.filter((block) => block.boxes.size > 0),
    GROUP_GAP,
  );
};
