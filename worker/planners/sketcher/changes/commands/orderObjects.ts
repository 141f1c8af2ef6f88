import { leadingDate } from '../../text/dates.ts';
import type { Box } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import type { Command, Phrase } from '../grammar/command.ts';
import { moveBeside } from './moveObjects.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Sorts what a frame holds, what is named, or every list of the canvas. */
export function sort({ what, by, isDescending }: Of<'sort'>, work: Work): void {
  const compare =
    by === 'color'
      ? (a: Box, b: Box) => (a.color ?? '').localeCompare(b.color ?? '')
      : (a: Box, b: Box) => a.text.localeCompare(b.text, undefined, { numeric: true, sensitivity: 'base' });
  for (const list of listsOf(what, work)) {
    const sorted = list.toSorted(compare);
    reorder(list, isDescending ? sorted.toReversed() : sorted, work);
  }
}

/** Brings boxes of a list to its start, in their order; those of a flow behind each other. */
export function order({ what }: Of<'order'>, work: Work): void {
  const { canvas, finder } = work;
  const boxes = finder.each(what, (phrase) => [finder.oneToChange(phrase)]);
  const isFlow = canvas.root() === null && boxes.some(({ id }) => canvas.linesAt(id).length > 0);
  for (const [at, box] of isFlow ? boxes.entries() : []) {
    const before = boxes[at - 1];
    if (before !== undefined) moveBeside(box, before, 'after', work);
  }
  if (!isFlow) for (const box of boxes.toReversed()) canvas.place(box, { parent: box.parent, atStart: true });
}

/** Turns the order of a list around; without a list, the arrows of a flow, or the columns. */
export function reverse({ what }: Of<'reverse'>, work: Work): void {
  const { canvas } = work;
  const isFlow = what === null && canvas.lines.length > 0;
  if (isFlow)
    for (const line of canvas.lines.filter(({ access }) => access === 'free'))
      [line.from, line.to] = [line.to, line.from];
  else
    for (const list of listsOf(
      what ?? (canvas.boxes.some(({ kind }) => kind === 'FRAME') ? 'all columns' : null),
      work,
    ))
      reorder(list, list.toReversed(), work);
}

/** Lists whose order can change: of frames, or of shapes without connectors, that may be changed. */
function listsOf(what: Phrase | null, { canvas, finder }: Work): Box[][] {
  const parents = [null, ...canvas.boxes.filter(({ kind }) => kind === 'FRAME').map(({ id }) => id)];
  const named =
    what === null
      ? parents.flatMap((parent) => canvas.within(parent).filter(({ kind }) => kind === 'SHAPE'))
      : finder.toChange(what);
  const [frame] = named;
  const isOneFrame = named.length === 1 && frame?.kind === 'FRAME';
  const boxes = isOneFrame ? canvas.within(frame.id) : named;
  const movable = boxes.filter(
    (box) => box.access === 'free' && (box.kind === 'FRAME' || canvas.linesAt(box.id).length === 0),
  );
  const inOrder = canvas.boxes.filter((box) => movable.includes(box));
  const lists = [...Map.groupBy(inOrder, ({ parent, kind }) => `${kind} ${parent}`).values()].filter(
    ({ length }) => length > 1,
  );
  if (lists.length === 0)
    refuse('There is no list of at least two objects without arrows to bring into another order.');
  return lists;
}

/** Puts boxes into each other's places. */
function reorder(before: readonly Box[], after: readonly Box[], { canvas }: Work): void {
  const next = new Map(before.map((box, at) => [box, after[at] ?? box]));
  canvas.boxes = canvas.boxes.map((box) => next.get(box) ?? box);
}

/** Two boxes change places; in a flow they change texts and looks, so that their connectors stay. */
export function swap({ what }: Of<'swap'>, work: Work): void {
  const { canvas, finder } = work;
  const [first, second, ...others] = finder.each(what, (phrase) =>
    what.length > 1 ? [finder.oneToChange(phrase)] : finder.toChange(phrase),
  );
  if (first === undefined || second === undefined || others.length > 0)
    refuse('Name two different objects: “swap … and …”.');
  if (first.kind !== second.kind) refuse('A column and a card can’t be swapped.');
  const isJoined = canvas.linesAt(first.id).length + canvas.linesAt(second.id).length > 0;
  const areDated = leadingDate(first.text) !== null && leadingDate(second.text) !== null;
  if (first.kind === 'SHAPE' && (isJoined || areDated)) {
    const { text, shape, color } = first;
    Object.assign(first, { text: textAt(text, second.text), shape: second.shape, color: second.color });
    Object.assign(second, { text: textAt(second.text, text), shape, color });
    return;
  }
  [first.parent, second.parent] = [second.parent, first.parent];
  reorder([first, second], [second, first], work);
}

/** The text that takes the place of another one: where both begin with a date, behind the date of that place. */
function textAt(old: string, text: string): string {
  const [before, after] = [leadingDate(old), leadingDate(text)];
  if (before === null || after === null || before.what === '' || after.what === '') return text;
  return old.slice(0, old.length - before.what.length) + after.what;
}
