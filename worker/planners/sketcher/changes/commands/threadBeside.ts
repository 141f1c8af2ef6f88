import type { Box } from '../canvas/editedCanvas.ts';
import { joinInRow, threadAfter, threadBefore, threadInto } from './flow.ts';
import type { ResolvedPlace } from './resolvePlace.ts';
import type { Work } from './work.ts';

/** Puts a row of boxes into a flow, at a place beside a step; with a label it becomes one more way out of it. */
export function threadBeside(
  boxes: readonly Box[],
  place: Exclude<ResolvedPlace, { kind: 'edge' }>,
  { canvas }: Work,
  label: string | null = null,
): void {
  const { anchor } = place;
  if (place.kind === 'between') {
    const replaced = canvas.between(anchor, place.other);
    const isBackwards = replaced[0] !== undefined && replaced[0].from !== anchor.id;
    const [source, target] = isBackwards ? [place.other, anchor] : [anchor, place.other];
    threadInto(canvas, boxes, { sources: [source], targets: [target], replaced });
  } else if (label !== null && boxes[0] !== undefined) {
    canvas.connect(anchor, boxes[0], { text: label || null });
    joinInRow(canvas, boxes);
  } else if (place.kind === 'beside' && place.side === 'before') threadBefore(canvas, boxes, anchor);
  else threadAfter(canvas, boxes, anchor);
}
