import type { Access, Box, EditedCanvas } from './editedCanvas.ts';
import { listed, quoted, whereIs } from './wording.ts';

/** Why boxes can't be changed; empty if there are none. `hidden`: left out because the canvas is too large. */
export function accessReason(boxes: readonly Box[], access: Access | 'hidden'): string {
  if (boxes.length === 0) return '';
  const names = listed(
    boxes.map(({ text }) => text),
    4,
    'and',
  );
  const [is, it] = boxes.length === 1 ? ['is', 'it'] : ['are', 'them'];
  if (access === 'locked') return `${names} ${is} locked. Unlock ${it} to change ${it}.`;
  if (access === 'hidden') return `The canvas is too large to change ${names}. Select ${it} first.`;
  return `${names} ${is} outside of your selection. Select ${it} too, or change the whole canvas.`;
}

/** Why it is not clear which of several boxes is meant. */
export function ambiguousReason(canvas: EditedCanvas, name: string, boxes: readonly Box[]): string {
  const texts = new Set(boxes.map(({ text }) => text));
  if (texts.size > 1) return `“${name}” can mean ${listed([...texts], 6, 'or')}. Give the whole name.`;
  const places = boxes.map((box) => whereIs(canvas, box)).filter((place) => place !== '');
  const where = new Set(places).size === boxes.length ? `: ${places.slice(0, 4).join(', ')}` : '';
  return `${quoted(boxes[0])} is there ${boxes.length} times${where}. Name its column, or use “the first …” or “all …”.`;
}

/** What there is, that nearest to a name first. */
export function thereIs(name: string, boxes: readonly Box[]): string {
  const closest = nearest(name, boxes).map(({ text }) => text);
  return closest.length === 0 ? 'The canvas has no texts.' : `There is ${listed(closest, 6, 'and')}.`;
}

/** Likeness from which a text may be what a name was meant for. */
const POSSIBLE = 0.25;

/** The texts that a name may be meant for, the nearest first. */
export function possibleTexts(name: string, boxes: readonly Box[]): string[] {
  return nearest(name, boxes).flatMap(({ text, likeness }) => (likeness >= POSSIBLE ? [text] : []));
}

function nearest(name: string, boxes: readonly Box[]): { text: string; likeness: number }[] {
  const texts = new Set(boxes.filter(({ text }) => text !== '').map(({ text }) => text));
  return [...texts]
    .map((text) => ({ text, likeness: closeness(name, text) }))
    .toSorted((a, b) => b.likeness - a.likeness);
}

/** Which connectors there are. */
export function thereAreLines(canvas: EditedCanvas): string {
  const named = canvas.lines.slice(0, 4).map(({ from, to }) => {
    return `from ${quoted(canvas.box(from))} to ${quoted(canvas.box(to))}`;
  });
  return named.length === 0 ? 'There are no arrows.' : `There are arrows ${named.join(', ')}.`;
}

/** Part of the pairs of letters that two texts share; at most 0.5, for the same text. */
export function closeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  return a.size + b.size === 0 ? 0 : a.intersection(b).size / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
  const letters = text.toLowerCase().slice(0, 80);
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}
