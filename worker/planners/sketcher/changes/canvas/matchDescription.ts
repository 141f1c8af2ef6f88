import type { Kind } from '../language/words.ts';
import type { Description } from './description.ts';
import type { Box, EditedCanvas } from './editedCanvas.ts';

/** What a phrase may mean; `isSeveral` if it asks for more than one. `score` is its likeness, from 0 to 1. */
export type Found = { boxes: Box[]; score: number; isSeveral: boolean };

/** The boxes that an ordinal or a number picks, of those in reading order that fit otherwise. */
export function picked({ ordinal, count, isAll, kind }: Description, boxes: Box[], score = 1): Found {
  if (ordinal !== null) {
    const number = count ?? 1;
    const from = ordinal < 0 ? boxes.length + ordinal - number + 1 : ordinal;
    return {
      boxes: boxes.slice(Math.max(0, from), Math.max(0, from) + number),
      score,
      isSeveral: count !== null,
    };
  }
  if (count !== null && count !== boxes.length)
    return { boxes: count > boxes.length ? [] : boxes, score, isSeveral: false };
  return {
    boxes,
    score,
    isSeveral: isAll || count !== null || (kind === null && score === 1 && boxes.length === 1),
  };
}

/** Whether a box is what a description says, beside its name. */
export function fits(
  canvas: EditedCanvas,
  box: Box,
  { kind, color, isEmpty }: Description,
  among: readonly Box[],
): boolean {
  if (color !== null && box.color !== color) return false;
  if (isEmpty && (box.kind === 'FRAME' ? canvas.within(box.id).length > 0 : box.text !== '')) return false;
  return kind === null || kind === 'object' || isOfKind(box, kind, among);
}

function isOfKind(box: Box, kind: Kind, among: readonly Box[]): boolean {
  if (kind === 'frame') return box.kind === 'FRAME';
  if (kind === 'line' || box.kind === 'FRAME') return false;
  if (kind === 'note') return box.shape === 'sticky';
  if (kind === 'decision') return box.shape === 'diamond';
  if (kind === 'ellipse') return box.shape === 'ellipse';
  // Starts and ends are steps only where there are no others.
  if (kind === 'step') return box.shape === 'rect' || !among.some(({ shape }) => shape === 'rect');
  return box.shape !== 'text';
}
