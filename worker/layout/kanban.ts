import type { Block } from './block.ts';
import { contentBlock, equalFrames } from './contents.ts';
import { gridBlock } from './grid.ts';
import { isProportionate, misproportion, row } from './packing.ts';
import type { Item, Scene } from './scene.ts';
import { gapFor } from './spacing.ts';

const CARD_WIDTH = 224;
/** Cards that one column holds side by side, at most, when its stack would get too tall. */
const MOST_ABREAST = 5;

/** Columns side by side with their cards stacked; cards without a column stand in a stack of their own. */
export const kanbanBlock = async (scene: Scene, items: readonly Item[]): Promise<Block> => {
  const frames = items.filter((item) => item.type === 'frame');
  if (frames.length === 0) return gridBlock(scene, items);
  const loose = items.filter((item) => item.type !== 'frame');
  let best: Block | undefined;
  for (let columns = 1; columns <= MOST_ABREAST; columns++) {
    const style = { columns, width: CARD_WIDTH };
    const blocks = await equalFrames(scene, frames, style);
    if (loose.length > 0) blocks.push(await contentBlock(scene, loose, style));
    const board = row(blocks, gapFor(scene));
    if (!best || misproportion(board) < misproportion(best)) best = board;
    // Tall cards in one column are what a board looks like: more abreast only when it would be too tall.
    if (isProportionate(board) || board.width > board.height) break;
  }
  return best ?? gridBlock(scene, items);
};
