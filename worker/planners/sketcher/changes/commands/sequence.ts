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
 * other. Null where the canvas has anything else, or something that may not change.
 */
export function sequenceOn({ boxes, lines }: EditedCanvas): Sequence | null {
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
  return { participants, messages, participantOf: (id) => participantOf.get(id) ?? id };
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
 * Draws a sequence diagram again, with new participants that stand in its row: every lifeline and message behind what is
 * new moves.
 * @returns What participants are now, by their old ids
 */
export function redraw(
  before: Sequence,
  boxes: readonly Box[],
  { canvas, whole }: Work,
): ReadonlyMap<string, Box> {
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
  whole.isSequence = true;
  return drawn;
}

/**
 * Adds a message to a sequence diagram, at its end or beside another one.
 * @returns False where the canvas is none, or the ends are no participants
 */
export function addMessage(
  { start, end, text, place }: { start: Box; end: Box; text: string | null; place: MessagePlace | undefined },
  work: Work,
): boolean {
  const { canvas, finder, whole } = work;
  const before = sequenceOn(canvas);
  const [from, to] = [start, end].map(({ id }) => before?.participantOf(id) ?? id);
  const drawn = before === null ? null : redraw(before, [], work);
  if (drawn === null && !whole.isSequence) return false;
  const [source, target] = [drawn?.get(from ?? '') ?? start, drawn?.get(to ?? '') ?? end];
  const named = place === undefined ? null : messageNamed(finder.show(place.of), canvas);
  const line = canvas.connect(source, target, { text });
  if (named !== null && place !== undefined) {
    canvas.lines = canvas.lines.filter((each) => each !== line);
    canvas.lines.splice(canvas.lines.indexOf(named) + (place.relation === 'after' ? 1 : 0), 0, line);
  }
  finder.remember([source, target]);
  return true;
}

/** The last message whose text is named, or contains what is named. */
function messageNamed(said: string, { lines }: EditedCanvas): Line {
  const wanted = said.replace(/^the\s+(?:message\s+)?/i, '').toLowerCase();
  const texts = (line: Line) => (line.text ?? '').toLowerCase();
  const named =
    lines.findLast((line) => texts(line) === wanted) ??
    lines.findLast((line) => texts(line).includes(wanted));
  return named ?? refuse(`There is no message “${said}”.`);
}
