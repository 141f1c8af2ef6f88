import type { PlanFrame } from '../../../src/canvas/model/plan.ts';
import { fitToWidth } from '../../../src/canvas/text/sizing.ts';
import { flowBlock } from '../flow/flow.ts';
import { type Block, framed, single } from '../scene/block.ts';
import { column, row } from '../scene/packing.ts';
import { edgesAmong, type Item, type Scene, shapeKindOf } from '../scene/scene.ts';

/**
 * How the cards of a frame are arranged: the number of columns, and the width of a card in pixels. With `flowsApart`, a
 * frame that contains a flow may be wider than frames of cards.
 */
export type CardStyle = { columns: number; width: number; flowsApart?: true };

/** Free room between the cards of one frame, in pixels. */
const CARD_GAP = 24;

/** Free room between cards that connectors join, in pixels. */
const CHAIN_GAP = 48;

/** Cards that follow one another as they stand are a list with arrows. */
function isChain(scene: Scene, items: readonly Item[]): boolean {
  const places = new Map(items.map((item, at) => [item.id, at]));
  return (
    items.every((item) => item.type === 'node') &&
    edgesAmong(scene, items).every(({ from, to }) => places.get(to) === (places.get(from) ?? 0) + 1)
  );
}

/** A flow shows the contents better when edges join most of them. */
const isFlow = (scene: Scene, items: readonly Item[], { columns }: CardStyle): boolean =>
  items.length > 1 &&
  edgesAmong(scene, items).length * 2 >= items.length &&
  !(columns === 1 && isChain(scene, items));

const innerWidth = ({ columns, width }: CardStyle): number => columns * (width + CARD_GAP) - CARD_GAP;

async function cardBlock(scene: Scene, item: Item, style: CardStyle): Promise<Block> {
  if (item.type === 'node') {
    const width = item.shape === 'text' ? innerWidth(style) : style.width;
    const size = scene.kept.get(item.id);
    return single(item.id, size ?? fitToWidth(shapeKindOf(item), item.text, width, scene.fontSizeOf(item)));
  }
  const content = await contentBlock(scene, scene.childrenOf(item.id), style);
  return framed(item, content);
}

/** Cards side by side; one that a long word has made wider than the others moves the rest on. */
const cardRow = (cards: readonly Block[]): Block => row(cards, CARD_GAP);

/** Lays out a frame's contents: nodes as cards of equal width, frames in a column, connected items as a flow. */
export async function contentBlock(scene: Scene, items: readonly Item[], style: CardStyle): Promise<Block> {
  if (isFlow(scene, items, style)) return flowBlock(scene, items, style.columns > 1 ? null : 'down');
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
  return column(rows, edgesAmong(scene, items).length > 0 ? CHAIN_GAP : CARD_GAP);
}

/** Lays out frames with their contents, all as large as the largest, with a minimum height in pixels. */
export async function equalFrames(
  scene: Scene,
  frames: readonly PlanFrame[],
  style: CardStyle,
  leastHeight = 0,
): Promise<Block[]> {
  const contents: { frame: PlanFrame; content: Block }[] = [];
  for (const frame of frames)
    contents.push({ frame, content: await contentBlock(scene, scene.childrenOf(frame.id), style) });
  const natural = contents.map(({ frame, content }) => ({
    frame,
    content,
    size: framed(frame, content, { width: innerWidth(style), height: 0 }),
    isApart: style.flowsApart === true && isFlow(scene, scene.childrenOf(frame.id), style),
  }));
  const height = Math.max(leastHeight, ...natural.map(({ size }) => size.height));
  return natural.map(({ frame, content, isApart }) => {
    const alike = natural.filter((other) => other.isApart === isApart);
    return framed(frame, content, { width: Math.max(...alike.map(({ size }) => size.width)), height });
  });
}

/** Lays out each item as a separate block: a node in its natural size, a frame with its contents. */
export async function itemBlocks(scene: Scene, items: readonly Item[]): Promise<Map<string, Block>> {
  const blocks = new Map<string, Block>();
  for (const item of items) {
    const size = scene.fitted.get(item.id);
    const columns = scene.childrenOf(item.id).length > 4 ? 2 : 1;
    blocks.set(item.id, size ? single(item.id, size) : await cardBlock(scene, item, { columns, width: 192 }));
  }
  return blocks;
}
