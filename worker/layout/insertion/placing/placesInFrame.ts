import type { Box, Point, Size } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject, Shape } from '../../../../src/canvas/model/object.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import { fitToWidth } from '../../../../src/canvas/text/sizing.ts';
import { FRAME_PADDING, FRAME_TITLE_HEIGHT, GAP } from '../../scene/block.ts';

/** The contents of a frame in reading order. */
export function contentsOf(objects: readonly CanvasObject[], frameId: string): BoxObject[] {
  return objects
    .filter(isBox)
    .filter(({ parentId }) => parentId === frameId)
    .toSorted((a, b) => a.y - b.y || a.x - b.x);
}

/**
 * Where the next object of a frame belongs: below a stack, otherwise after the last object of the last row; in an empty
 * frame at its start. The best place comes first.
 */
export function nextPlaces(frame: Box, contents: readonly Box[], { width }: Size): Point[] {
  const left = frame.x + FRAME_PADDING;
  const top = frame.y + FRAME_TITLE_HEIGHT;
  const last = contents.at(-1);
  const [first] = contents;
  if (first === undefined || last === undefined) return [{ x: left, y: top }];
  const gap = usualGap(contents);
  const bottom = Math.max(...contents.map((box) => box.y + box.height));
  const below = { x: Math.min(...contents.map((box) => box.x)), y: bottom + gap };
  const beside = { x: last.x + last.width + gap, y: last.y };
  const columnX = first.x + (first.width - width) / 2;
  // Things that stand in one column, in line by their middles, are added to in line.
  if (isStack(contents)) return [{ x: columnX, y: below.y }, below, beside];
  const fits = beside.x + width + FRAME_PADDING <= frame.x + frame.width;
  return fits || isRow(contents) ? [beside, below] : [below, beside];
}

const isStack = (boxes: readonly Box[]): boolean =>
  boxes.every((box, index) => {
    const above = boxes[index - 1];
    return above === undefined || box.y >= above.y + above.height;
  });

function isRow(boxes: readonly Box[]): boolean {
  const sorted = boxes.toSorted((a, b) => a.x - b.x);
  return sorted.every((box, index) => {
    const before = sorted[index - 1];
    return before === undefined || box.x >= before.x + before.width;
  });
}

/** The smallest gap in the stack; what others have left free is kept free. */
function usualGap(boxes: readonly Box[]): number {
  const gaps = boxes.flatMap((box, index) => {
    const above = boxes[index - 1];
    const gap = above === undefined ? 0 : box.y - above.y - above.height;
    return gap >= 24 ? [gap] : [];
  });
  return gaps.length === 0 ? GAP : Math.min(...gaps, 64);
}

/**
 * Adapts a new card to the stack that it joins: it takes the cards' width, and their colour unless it has one of its
 * own.
 */
export function likeItsNeighbours(shape: Shape, contents: readonly BoxObject[], hasColor: boolean): Shape {
  const [first] = contents;
  const isCard = shape.shape === 'RECTANGLE' || shape.shape === 'STICKY';
  if (first === undefined || !isCard) return shape;
  const isOneColor = contents.every(({ kind, color }) => kind === 'SHAPE' && color === first.color);
  const card = isOneColor && !hasColor ? { ...shape, color: first.color } : shape;
  if (!contents.every(({ width }) => width === first.width)) return card;
  const { width, height, lines } = fitToWidth(shape.shape, shape.text, first.width, shape.fontSize);
  return { ...card, width, height, lines };
}
