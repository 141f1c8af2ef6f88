import type { Box, Place } from '../canvas/editedCanvas.ts';
import { endsOfFlow } from '../canvas/readingOrder.ts';
import { AlreadySo, refuse } from '../canvas/refused.ts';
import { quoted } from '../canvas/wording.ts';
import type { Command } from '../grammar/command.ts';
import { aboveInTree, closeGap, hang, threadAfter, threadBefore, threadInto } from './flow.ts';
import { type ResolvedPlace, resolvePlace } from './resolvePlace.ts';
import type { Work } from './work.ts';

/** Moves boxes into a frame, under another one in a tree, or to another place in a flow or a list. */
export function move({ what, place: words }: Extract<Command, { kind: 'move' }>, work: Work): void {
  const { finder } = work;
  const place = resolvePlace(words, work);
  const boxes = finder.each(what, (phrase) => finder.toChange(phrase));
  const moved = boxes.flatMap((box) => contentsToMove(box, place, work));
  // Each comes right after the place, or to its start: the last one is moved first, so that their order stays.
  const isReversed =
    (place.kind === 'beside' && place.side === 'after') || (place.kind === 'edge' && place.edge === 'start');
  const isMoved = (isReversed ? moved.toReversed() : moved).map((box) => moveOne(box, place, work));
  if (!isMoved.some(Boolean)) throw new AlreadySo(alreadyThere(boxes, place));
  finder.remember(boxes);
}

/** "Move Doing to Done" with two columns: what the first holds. */
function contentsToMove(box: Box, place: ResolvedPlace, { canvas }: Work): Box[] {
  const isColumn = box.kind === 'FRAME' && place.kind === 'inside' && place.anchor.kind === 'FRAME';
  const areBeside = isColumn && place.anchor.parent === box.parent;
  return areBeside && canvas.within(box.id).length > 0 ? canvas.within(box.id) : [box];
}

function alreadyThere(boxes: readonly Box[], place: ResolvedPlace): string {
  const where = place.kind === 'inside' ? `in ${quoted(place.anchor)}` : 'there';
  return `${quoted(boxes[0])} is already ${where}.`;
}

/** @returns Whether anything is now another */
function moveOne(box: Box, place: ResolvedPlace, work: Work): boolean {
  if ('anchor' in place && place.anchor === box) refuse(`${quoted(box)} can’t be moved to itself.`);
  if (place.kind === 'inside') return moveInside(box, place.anchor, work);
  if (place.kind === 'edge') return moveToEdge(box, place, work);
  if (place.anchor.kind === 'FRAME' && box.kind === 'SHAPE') return moveInside(box, place.anchor, work);
  if (place.kind === 'between') return moveBetween(box, place, work);
  return moveBeside(box, place.anchor, place.side, work);
}

function moveInside(box: Box, anchor: Box, work: Work): boolean {
  const { canvas } = work;
  if (anchor.kind === 'FRAME') {
    if (box.parent === anchor.id) return false;
    return moveTo(work, box, { parent: anchor.id });
  }
  if (canvas.root() === null)
    refuse(`${quoted(anchor)} is no column or section, so nothing can be put into it.`);
  return rehang(box, anchor, work);
}

/** Hangs a box of a tree from another one, with what hangs from it. */
function rehang(box: Box, parent: Box, { canvas }: Work): boolean {
  if (canvas.below(box).includes(parent)) refuse(`${quoted(parent)} is below ${quoted(box)}.`);
  const above = aboveInTree(canvas, box);
  if (above?.parent === parent) return false;
  if (above !== null) canvas.disconnect([above.line]);
  hang(canvas, box, parent);
  return true;
}

function moveBetween(
  box: Box,
  { anchor, other }: Extract<ResolvedPlace, { kind: 'between' }>,
  work: Work,
): boolean {
  const { canvas } = work;
  if (canvas.between(anchor, other).length === 0) return moveBeside(box, anchor, 'after', work);
  closeGap(canvas, box);
  const replaced = canvas.between(anchor, other);
  threadInto(canvas, [box], { sources: [anchor], targets: [other], replaced });
  if (anchor.parent !== box.parent) moveTo(work, box, { parent: anchor.parent });
  return true;
}

/** To another place in a flow, whose gap closes; in a tree among other siblings; else in a list. */
export function moveBeside(box: Box, anchor: Box, side: 'before' | 'after', work: Work): boolean {
  const { canvas } = work;
  const isFlow = canvas.linesAt(anchor.id).length > 0 || canvas.linesAt(box.id).length > 0;
  const above = canvas.root() === null ? null : aboveInTree(canvas, anchor);
  if (above !== null) rehang(box, above.parent, work);
  else if (isFlow && box.kind === 'SHAPE') {
    closeGap(canvas, box);
    if (side === 'after') threadAfter(canvas, [box], anchor);
    else threadBefore(canvas, [box], anchor);
    if (anchor.parent !== box.parent) moveTo(work, box, { parent: anchor.parent });
    return true;
  }
  moveTo(work, box, { parent: anchor.parent, beside: anchor, side });
  return true;
}

function moveToEdge(
  box: Box,
  { edge, within }: Extract<ResolvedPlace, { kind: 'edge' }>,
  work: Work,
): boolean {
  const { canvas } = work;
  const flow = box.kind === 'SHAPE' && canvas.linesAt(box.id).length > 0 ? endsOfFlow(canvas) : null;
  if (flow !== null && within === null) {
    const anchor = edge === 'start' ? flow.first : flow.last;
    return anchor !== box && moveBeside(box, anchor, edge === 'start' ? 'before' : 'after', work);
  }
  const parent = within?.kind === 'FRAME' ? within.id : box.parent;
  return moveTo(work, box, { parent, atStart: edge === 'start' });
}

/** Gives a box another place; a frame does not go into itself. */
export function moveTo({ canvas }: Work, box: Box, place: Place): boolean {
  const target = canvas.box(place.parent);
  if (target !== undefined && (target === box || canvas.below(box).includes(target))) {
    refuse(`${quoted(box)} can’t be moved into itself.`);
  }
  canvas.place(box, place);
  return true;
}
