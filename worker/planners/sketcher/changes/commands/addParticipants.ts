import type { Box, EditedCanvas, Line, Place } from '../canvas/editedCanvas.ts';
import type { Addition } from '../grammar/command.ts';
import { addAll } from './addShape.ts';
import { resolvePlace } from './resolvePlace.ts';
import type { Work } from './work.ts';

/**
 * Adds participants to a sequence diagram: in the row of the others, each with a lifeline. The diagram is drawn again,
 * since every lifeline and message behind the new ones moves.
 * @returns Null where the canvas is no sequence diagram, or the addition is not one of a participant
 */
export function addParticipants(addition: Addition, work: Work): Box[] | null {
  const { canvas } = work;
  const before = sequenceOn(canvas);
  const last = before?.participants.at(-1);
  if (before === null || last === undefined || !isParticipant(addition)) return null;
  const place = placeOf(addition, before.participants, last, work);
  if (place === null) return null;
  const boxes = addAll(addition, place, work);
  const added = new Set(boxes);
  const participants = new Set([...before.participants, ...boxes]);
  const row = canvas.boxes.filter((box) => participants.has(box));
  for (const box of canvas.boxes.filter((each) => !added.has(each))) canvas.remove(box);
  const drawn = new Map<string, Box>();
  for (const box of row) {
    if (added.has(box)) canvas.place(box, { parent: null });
    else drawn.set(box.id, canvas.add(box, { parent: null }));
  }
  for (const { from, to, text, style, ends } of before.messages) {
    const [source, target] = [drawn.get(from), drawn.get(to)];
    if (source !== undefined && target !== undefined) canvas.connect(source, target, { text, style, ends });
  }
  work.whole.isSequence = true;
  return boxes;
}

/** A note, a decision or something with contents of its own is none. */
const isParticipant = ({ shape, condition, leadsTo, ways, contents }: Addition): boolean =>
  (shape === null || shape === 'rect' || shape === 'ellipse') &&
  condition === undefined &&
  leadsTo === undefined &&
  ways.length + contents.length === 0;

/** A sequence diagram: its messages join participants, in the order of time. */
type Sequence = { participants: Box[]; messages: Line[] };

/**
 * The sequence diagram that a canvas shows: shapes with a lifeline, which is a dashed line to their bars one after the
 * other. Null where the canvas has anything else, or something that may not change.
 */
function sequenceOn({ boxes, lines }: EditedCanvas): Sequence | null {
  const texts = new Map(boxes.map(({ id, text }) => [id, text]));
  const isDashed = ({ style, ends, text }: Line) => style === 'dashed' && ends === 'none' && text === null;
  const participantOf = barsBelow(lines.filter(isDashed), texts);
  const heads = new Set(participantOf.values());
  const participants = boxes.filter(({ id }) => heads.has(id));
  const isWhole =
    heads.size > 0 &&
    heads.size + participantOf.size === boxes.length &&
    [...boxes, ...lines].every(({ access }) => access === 'free');
  if (!isWhole) return null;
  const messages = lines
    .filter((line) => !(isDashed(line) && participantOf.has(line.to)))
    .map((line) => ({
      ...line,
      from: participantOf.get(line.from) ?? line.from,
      to: participantOf.get(line.to) ?? line.to,
    }));
  return { participants, messages };
}

/** Participants by the ids of their bars, which have no text, and of their repetitions at the foot. */
function barsBelow(dashed: readonly Line[], texts: ReadonlyMap<string, string>): Map<string, string> {
  const below = new Map(dashed.map(({ from, to }) => [from, to]));
  const ends = new Set(dashed.map(({ to }) => to));
  const bars = new Map<string, string>();
  for (const top of below.keys()) {
    const name = texts.get(top);
    if (ends.has(top) || !name) continue;
    for (let at = below.get(top); at !== undefined && !bars.has(at); at = below.get(at)) {
      if (texts.get(at) === '' || texts.get(at) === name) bars.set(at, top);
    }
  }
  return bars;
}

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
