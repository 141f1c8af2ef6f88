import type { Box, Place } from '../canvas/editedCanvas.ts';
import type { Addition } from '../grammar/command.ts';
import { addAll } from './addShape.ts';
import { resolvePlace } from './resolvePlace.ts';
import { sequenceOn } from './sequence.ts';
import type { Work } from './work.ts';

/**
 * Adds participants to a sequence diagram: in the row of the others, each with a lifeline.
 * @returns Null where the canvas is no sequence diagram, or the addition is not one of a participant
 */
export function addParticipants(addition: Addition, work: Work): Box[] | null {
  const { canvas, whole } = work;
  const before = sequenceOn(canvas);
  const last = before?.participants.at(-1);
  if (before === null || last === undefined || !isParticipant(addition)) return null;
  const place = placeOf(addition, before.participants, last, work);
  if (place === null) return null;
  const boxes = addAll(addition, place, work);
  whole.isSequence = true;
  return boxes;
}

/** A note, a decision or something with contents of its own is none. */
const isParticipant = ({ shape, condition, leadsTo, ways, contents }: Addition): boolean =>
  (shape === null || shape === 'rect' || shape === 'ellipse') &&
  condition === undefined &&
  leadsTo === undefined &&
  ways.length + contents.length === 0;

/** Beside the participant that is named; else at the end. Null for a place that is not among them. */
function placeOf({ place }: Addition, participants: readonly Box[], last: Box, work: Work): Place | null {
  if (place === null) return { parent: last.parent, beside: last, side: 'after' };
  const resolved = resolvePlace(place, work);
  if (resolved.kind === 'edge') {
    const beside = resolved.edge === 'start' ? (participants[0] ?? last) : last;
    return { parent: beside.parent, beside, side: resolved.edge === 'start' ? 'before' : 'after' };
  }
  const { anchor } = resolved;
  if (!participants.includes(anchor)) return null;
  const first =
    resolved.kind === 'between' && participants.indexOf(resolved.other) < participants.indexOf(anchor)
      ? resolved.other
      : anchor;
  return { parent: first.parent, beside: first, side: resolved.kind === 'beside' ? resolved.side : 'after' };
}
