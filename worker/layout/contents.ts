import type { PlanFrame } from '../../src/canvas/plan.ts';
import { type Block, framed, single } from './block.ts';
import { flowBlock } from './flow.ts';
import type { Size } from './geometry.ts';
import { column, row } from './packing.ts';
import { edgesAmong, type Item, type Scene, shapeKindOf } from './scene.ts';
import { fitToWidth } from './sizing.ts';

/** How things lie in a frame: so many side by side, each this wide in pixels. */
export type CardStyle = { columns: number; width: number };

/** Free room between the cards of one frame, in pixels. */
const CARD_GAP = 24;

/** A flow shows the contents better when edges join most of them. */
const isFlow = (scene: Scene, items: readonly Item[]): boolean =>
  items.length > 1 && edgesAmong(scene, items).length * 2 >= items.length;

const innerWidth = ({ columns, width }: CardStyle): number => columns * (width + CARD_GAP) - CARD_GAP;

const cardBlock = async (scene: Scene, item: Item, style: CardStyle): Promise<Block> => {
  if (item.type === 'node') {
    const width = item.shape === 'text' ? innerWidth(style) : style.width;
    return single(item.id, fitToWidth(shapeKindOf(item), item.text, width, scene.fontSizeOf(item)));
  }
  const content = await contentBlock(scene, scene.childrenOf(item.id), style);
  return framed(item, content);
};

/** Cards side by side; one that a long word has made wider than the others moves the rest on. */
const cardRow = (cards: readonly Block[]): Block => row(cards, CARD_GAP);

/** Nodes as cards of one width in rows, frames below one another; a flow where edges join the items. */
export const contentBlock = async (
  scene: Scene,
  items: readonly Item[],
  style: CardStyle,
): Promise<Block> => {
  if (isFlow(scene, items)) return flowBlock(scene, items, style.columns > 1 ? null : 'down');
  const rows: Block[] = [];
  let cards: Block[] = [];
  const endRow = (): void => {
    if (cards.length > 0) rows.push(cardRow(cards));
    cards = [];
  };
  for (const item of items) {
    // A heading, like a frame, has its row to itself.
    const isCard = item.type === 'node' && item.shape !== 'text';
    if (!isCard || cards.length === style.columns) endRow();
    cards.push(await cardBlock(scene, item, style));
    if (!isCard) endRow();
  }
  endRow();
  return column(rows, CARD_GAP);
};

/** Frames with their contents, all as large as the largest, and at least so many pixels high. */
export const equalFrames = async (
  scene: Scene,
  frames: readonly PlanFrame[],
  style: CardStyle,
  leastHeight = 0,
): Promise<Block[]> => {
  const contents: { frame: PlanFrame; content: Block }[] = [];
  for (const frame of frames)
    contents.push({ frame, content: await contentBlock(scene, scene.childrenOf(frame.id), style) });
  const blocks = contents.map(({ frame, content }) =>
    framed(frame, content, { width: innerWidth(style), height: 0 }),
  );
  const least: Size = {
    width: Math.max(0, ...blocks.map((block) => block.width)),
    height: Math.max(leastHeight, ...blocks.map((block) => block.height)),
  };
  return contents.map(({ frame, content }) => framed(frame, content, least));
};

/** Each item as a block of its own: a node in its natural size, a frame with its contents. */
export const itemBlocks = async (scene: Scene, items: readonly Item[]): Promise<Map<string, Block>> => {
  const blocks = new Map<string, Block>();
  for (const item of items) {
    const size = scene.fitted.get(item.id);
    const columns = scene.childrenOf(item.id).length > 4 ? 2 : 1;
    blocks.set(item.id, size ? single(item.id, size) : await cardBlock(scene, item, { columns, width: 192 }));
  }
  return blocks;
};
