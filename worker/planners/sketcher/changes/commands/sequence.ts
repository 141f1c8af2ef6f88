import type { Box, EditedCanvas, Line } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import type { MessagePlace } from '../grammar/command.ts';
import type { Work } from './work.ts';

/** A sequence diagram: its messages join participants, in the order of time. */
export type Sequence = {
  participants: Box[];
  messages: Line[];
  /** The participant that a shape belongs to: itself, or that of its lifeline. */
  participantOf: (id: string) => string;
};

/**
 * The sequence diagram that a canvas shows: shapes with a lifeline, which is a dashed line to their bars one after the
 * other. Null where the canvas has none, or something that may not change.
 */
export function sequenceOn({ boxes, lines }: EditedCanvas): Sequence | null {
  const texts = new Map(boxes.map(({ id, text }) => [id, text]));
  const isDashed = ({ style, ends, text }: Line) => style === 'dashed' && ends === 'none' && text === null;
  const participantOf = barsBelow(lines.filter(isDashed), texts);
  const heads = new Set(participantOf.values());
  if (heads.size === 0 || ![...boxes, ...lines].every(({ access }) => access === 'free')) return null;
  const isParticipant = ({ id, kind, shape }: Box) =>
    heads.has(id) || (id.startsWith('new-') && kind === 'SHAPE' && shape !== 'sticky');
  return {
    participants: boxes.filter(isParticipant),
    messages: lines.filter((line) => !(isDashed(line) && participantOf.has(line.to))),
    participantOf: (id) => participantOf.get(id) ?? id,
  };
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

/**
 * Adds a message to a sequence diagram, at its end or beside another one.
 * @returns False where the canvas is none, or the ends are no participants
 */
export function addMessage(
  { start, end, text, place }: { start: Box; end: Box; text: string | null; place: MessagePlace | undefined },
  { canvas, finder, whole }: Work,
): boolean {
  const sequence = sequenceOn(canvas);
  if (sequence === null) return false;
  const [source, target] = [start, end].map(({ id }) => canvas.box(sequence.participantOf(id)));
  if (![source, target].every((box) => box !== undefined && sequence.participants.includes(box)))
    return false;
  const named = place === undefined ? null : messageNamed(finder.show(place.of), sequence);
  const line = canvas.connect(source ?? start, target ?? end, { text });
  if (named !== null && place !== undefined) {
    canvas.lines = canvas.lines.filter((each) => each !== line);
    canvas.lines.splice(canvas.lines.indexOf(named) + (place.relation === 'after' ? 1 : 0), 0, line);
  }
  whole.isSequence = true;
  finder.remember([source ?? start, target ?? end]);
  return true;
}

/** The last message whose text is named, or contains what is named. */
function messageNamed(said: string, { messages: lines }: Sequence): Line {
  const wanted = said
    .replace(/^(?:(?:the|der|die)\s+)?(?:(?:message|nachricht|arrow labelled)\s+)?/i, '')
    .toLowerCase();
  const texts = (line: Line) => (line.text ?? '').toLowerCase();
  const named =
    lines.findLast((line) => texts(line) === wanted) ??
    lines.findLast((line) => texts(line).includes(wanted));
  return named ?? refuse(`There is no message “${said}”.`);
}
