import type { Size } from '../../../src/canvas/model/geometry.ts';
import { assemble, type Block, type Placed } from './block.ts';

/** Target aspect ratio (width to height) of a canvas: about that of a screen. */
export const TARGET_RATIO = 1.6;

/** Deviation of a size from a target aspect ratio; 0 is ideal, and too wide counts as much as too tall. */
export function misproportion({ width, height }: Size, target = TARGET_RATIO): number {
  return Math.abs(Math.log(Math.max(width, 1) / Math.max(height, 1) / target));
}

/** Whether an aspect ratio is between 1:3 and 3:1. */
export function isProportionate({ width, height }: Size): boolean {
  return width <= 3 * height && height <= 3 * width;
}

/** Minimum height in pixels for the width of `size` to be in proportion; 0 if it already is. */
export function heightFor({ width, height }: Size): number {
  return width > 3 * height ? width / 2.9 : 0;
}

/** The view that a canvas is fitted into, in pixels: that of a landscape screen. */
const VIEW = { width: 1_400, height: 800 };

/** The scale at which a size fits into the view of a landscape screen; nothing is enlarged. */
export function fittedScale({ width, height }: Size): number {
  return Math.min(1, VIEW.width / Math.max(1, width), VIEW.height / Math.max(1, height));
}

/** Arranges blocks in a row, centred or aligned at the top. */
export function row(blocks: readonly Block[], gap: number, align: 'top' | 'centre' = 'top'): Block {
  const height = Math.max(0, ...blocks.map((block) => block.height));
  let x = 0;
  const parts = blocks.map((block): Placed => {
    const part = { block, x, y: align === 'top' ? 0 : Math.round((height - block.height) / 2) };
    x += block.width + gap;
    return part;
  });
  return assemble(parts);
}

/** Arranges blocks in a column, aligned at the left. */
export function column(blocks: readonly Block[], gap: number): Block {
  let y = 0;
  const parts = blocks.map((block): Placed => {
    const part = { block, x: 0, y };
    y += block.height + gap;
    return part;
  });
  return assemble(parts);
}

function shelves(blocks: readonly Block[], maxWidth: number, gap: number): Block[][] {
  const rows: Block[][] = [];
  let width = Infinity;
  for (const block of blocks) {
    if (width + gap + block.width > maxWidth) {
      rows.push([]);
      width = -gap;
    }
    rows.at(-1)?.push(block);
    width += gap + block.width;
  }
  return rows;
}

/** Arranges blocks in rows in the order given, each at most `maxWidth` pixels wide unless a block is wider. */
export function inRows(blocks: readonly Block[], maxWidth: number, gap: number): Block {
  return column(
    shelves(blocks, maxWidth, gap).map((shelf) => row(shelf, gap)),
    gap,
  );
}

/**
 * Packs blocks into rows in the order given, as close to the target aspect ratio as possible. Tries every width at
 * which one more block fits in the first row.
 */
export function pack(blocks: readonly Block[], gap: number): Block {
  const [first] = blocks;
  if (!first || blocks.length === 1) return first ?? assemble([]);
  const total = blocks.reduce((sum, block) => sum + block.width + gap, 0);
  const area = blocks.reduce((sum, block) => sum + (block.width + gap) * (block.height + gap), 0);
  const widest = Math.max(...blocks.map((block) => block.width));
  const ideal = Math.sqrt(area * TARGET_RATIO);
  const widths = [0.7, 0.85, 1, 1.15, 1.3, 1.6].map((factor) => Math.max(widest, ideal * factor));
  return [...widths, total]
    .map((width) => inRows(blocks, width, gap))
    .reduce((best, next) => (misproportion(next) < misproportion(best) ? next : best));
}
