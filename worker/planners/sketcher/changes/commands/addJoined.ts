import type { Box, Place } from '../canvas/editedCanvas.ts';
import { PRONOUN } from '../canvas/pronouns.ts';
import type { Addition, Phrase } from '../grammar/command.ts';
import { addAll, isLinked } from './addShape.ts';
import { isPlain } from './flow.ts';
import { resolvePlace } from './resolvePlace.ts';
import { threadBeside } from './threadBeside.ts';
import type { Work } from './work.ts';

/**
 * Adds what later commands connect: only where those have it, or at a place that they are about, too. It gets no
 * connector that nobody asked for.
 * @returns Null if it comes to its place as everything else does
 */
export function addJoined(addition: Addition, work: Work): Box[] | null {
  const { joins, place, condition, lane } = addition;
  if (joins === undefined || condition !== undefined || lane !== undefined) return null;
  const ends = endsThere(joins, work);
  if (place === null) return addAll(addition, besideEnds(ends, work), work);
  const resolved = resolvePlace(place, work);
  if (resolved.kind === 'edge' || resolved.anchor.kind === 'FRAME') return null;
  work.added.beside = resolved.kind === 'between' ? [resolved.anchor, resolved.other] : [resolved.anchor];
  const { anchor } = resolved;
  const isMeant = ends.includes(anchor) || joins.every((phrase) => PRONOUN.test(phrase));
  if (!isMeant && place.relation !== 'beside' && resolved.kind !== 'between') return null;
  const side = resolved.kind === 'beside' ? resolved.side : 'after';
  const boxes = addAll(addition, { parent: anchor.parent, beside: anchor, side }, work);
  if (resolved.kind === 'between') threadBeside(boxes, resolved, work);
  else if (isMeant && isLinked(work)) joinToPlace(addition, boxes, anchor, work);
  return boxes;
}

/** The objects that are meant, each by a phrase of its own. */
function endsThere(phrases: readonly Phrase[], { finder }: Work): Box[] {
  return phrases
    .filter((phrase) => !PRONOUN.test(phrase) && finder.isThere(phrase, { isOne: true }))
    .map((phrase) => finder.oneToJoin(phrase));
}

/** In the frame that holds all ends, behind the last one if it is a list; else on its own. */
function besideEnds(ends: readonly Box[], work: Work): Place {
  const [first] = ends;
  const last = ends.at(-1);
  const parent =
    first !== undefined && ends.every((box) => box.parent === first.parent) ? first.parent : null;
  const isList = parent !== null && !isLinked(work);
  return last !== undefined && isList ? { parent, beside: last, side: 'after' } : { parent };
}

/** "After Review, and connect it to Review": the place has the direction, as it has for what is not connected. */
function joinToPlace({ shape, place }: Addition, boxes: readonly Box[], anchor: Box, { canvas }: Work): void {
  const ends = isPlain(canvas) ? 'none' : 'forward';
  const isNote = shape === 'sticky' && anchor.shape !== 'sticky';
  for (const box of boxes) {
    if (isNote) canvas.connect(anchor, box, { style: 'dashed', ends: 'none' });
    else if (place?.relation === 'before') canvas.connect(box, anchor, { ends });
    else if (place?.relation !== 'beside') canvas.connect(anchor, box, { ends });
  }
}
