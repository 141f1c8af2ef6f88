import type { Block } from '../scene/block.ts';
import { heightFor, isProportionate, misproportion, row } from '../scene/packing.ts';
import type { Item, Scene } from '../scene/scene.ts';
import { gapFor } from '../scene/spacing.ts';
import { type CardStyle, contentBlock, equalFrames } from './contents.ts';
import { gridBlock } from './grid.ts';

const CARD_WIDTH = 224;
/** Cards that one column holds side by side, at most, when its stack would get too tall. */
const MOST_ABREAST = 5;

async function boardBlock(
  scene: Scene,
  items: readonly Item[],
  columns: number,
  leastHeight: number,
): Promise<Block> {
  const style: CardStyle = { columns, width: CARD_WIDTH, flowsApart: true };
  const frames = items.filter((item) => item.type === 'frame');
  const loose = items.filter((item) => item.type !== 'frame');
  const blocks = await equalFrames(scene, frames, style, leastHeight);
  if (loose.length > 0) blocks.push(await contentBlock(scene, loose, style));
  return row(blocks, gapFor(scene));
}

/** Lays out a kanban board: columns side by side, cards stacked. Cards without a column form a separate stack. */
export async function kanbanBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  if (items.every((item) => item.type !== 'frame')) return gridBlock(scene, items);
  const first = await boardBlock(scene, items, 1, 0);
  // Columns with few cards are drawn longer, as on a wall, rather than as a thin strip.
  if (heightFor(first) > 0) return boardBlock(scene, items, 1, heightFor(first));
  let best = first;
  for (let columns = 2; columns <= MOST_ABREAST && !isProportionate(best); columns++) {
    const board = await boardBlock(scene, items, columns, 0);
    if (misproportion(board) < misproportion(best)) best = board;
  }
  return best;
}
