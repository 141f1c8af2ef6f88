import { label as labelOf } from '../../text/plain.ts';
import type { Box, Line } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import type { Command } from '../grammar/command.ts';
import { parentOfFrames } from './addFrames.ts';
import { columnPlace } from './datedObjects.ts';
import { hang, joinInRow } from './flow.ts';
import { moveTo } from './moveObjects.ts';
import { resolvePlace } from './resolvePlace.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Replaces one box by several: in a flow one after the other, in a tree side by side. */
export function split({ what, into }: Of<'split'>, work: Work): void {
  const { canvas, finder } = work;
  const box = finder.oneToChange(what);
  const looks = { kind: box.kind, shape: box.shape, color: box.color };
  const parts = into.map((text) =>
    canvas.add({ ...looks, text: labelOf(text) }, { parent: box.parent, beside: box, side: 'before' }),
  );
  for (const inner of canvas.within(box.id)) canvas.place(inner, { parent: parts[0]?.id ?? null });
  const isTree = canvas.root() !== null;
  const isJoined = canvas.linesAt(box.id).length > 0;
  for (const line of canvas.linesTo(box.id)) passLine(line, box, isTree ? parts : parts.slice(0, 1), work);
  for (const line of canvas.linesFrom(box.id))
    passLine(line, box, isTree ? parts.slice(0, 1) : parts.slice(-1), work);
  if (!isTree && isJoined) joinInRow(canvas, parts);
  canvas.remove(box);
  finder.remember(parts);
}

/** Gives a connector of a box to others, once each. */
function passLine(line: Line, box: Box, others: readonly Box[], { canvas }: Work): void {
  const far = canvas.box(line.from === box.id ? line.to : line.from);
  for (const other of others) {
    const [from, to] = line.from === box.id ? [other, far] : [far, other];
    if (from === undefined || to === undefined || from === to) continue;
    if (canvas.between(from, to).some((each) => each.from === from.id)) continue;
    canvas.connect(from, to, { text: line.text, style: line.style, ends: line.ends });
  }
}

/** Replaces several boxes by one, which is joined to what they were joined to; frames give it what they hold. */
export function merge({ what, into }: Of<'merge'>, work: Work): void {
  const { canvas, finder } = work;
  const isKnown = into !== null && finder.isExactly(into);
  const merged = finder.each(what, (phrase) => finder.toChange(phrase));
  const known = isKnown ? finder.oneToChange(into) : null;
  const [first] = merged;
  if (first === undefined || (known === null && merged.length < 2))
    refuse('Name at least two objects: “merge … and … into …”.');
  if (merged.some(({ kind }) => kind !== (known ?? first).kind))
    refuse('Columns and cards can’t be merged with each other.');
  const name = into === null ? merged.map(({ text }) => text).join(' and ') : finder.show(into);
  const target =
    known ??
    canvas.add(
      { kind: first.kind, text: labelOf(name), shape: first.shape, color: first.color },
      { parent: first.parent, beside: first, side: 'before' },
    );
  const gone = merged.filter((box) => box !== target);
  for (const box of gone) {
    for (const inner of canvas.within(box.id)) canvas.place(inner, { parent: target.id });
    const isOwn = ({ from, to }: Line) => gone.some(({ id }) => id !== box.id && (id === from || id === to));
    for (const line of canvas.linesAt(box.id)) if (!isOwn(line)) passLine(line, box, [target], work);
    canvas.remove(box);
  }
  finder.remember([target]);
}

/** Puts boxes into a new frame. */
export function group({ what, name, isColumn }: Of<'group'>, work: Work): void {
  const { canvas, finder } = work;
  const boxes = finder.each(what, (phrase) => finder.toChange(phrase));
  const known = finder.isExactly(name, { kind: 'FRAME' }) ? finder.oneToJoin(name, { kind: 'FRAME' }) : null;
  const parents = new Set(boxes.map(({ parent }) => parent));
  const [common = null] = isColumn ? [parentOfFrames(work)] : parents.size === 1 ? [...parents] : [];
  const at = columnPlace(name, work) ?? { parent: common };
  const frame = known ?? canvas.add({ kind: 'FRAME', text: labelOf(name), shape: null, color: null }, at);
  for (const box of boxes) moveTo(work, box, { parent: frame.id });
  finder.remember([frame]);
}

/** Copies boxes beside themselves, or to a place; a frame with what it holds. */
export function duplicate({ what, name, place: words }: Of<'duplicate'>, work: Work): void {
  const { canvas, finder } = work;
  const boxes = finder.each(what, (phrase) => finder.toJoin(phrase));
  const place = words === null ? null : resolvePlace(words, work);
  const target = place !== null && 'anchor' in place && place.anchor.kind === 'FRAME' ? place.anchor : null;
  if (place !== null && target === null) refuse('Copies can be put into a column or section only.');
  const copies = boxes.map((box) => copyOf(box, target?.id ?? box.parent, work));
  const [copy] = copies;
  if (name !== null && copy !== undefined) copy.text = labelOf(name);
  for (const [at, box] of boxes.entries()) {
    const parent = canvas.linesTo(box.id)[0]?.from ?? null;
    const above = canvas.root() === null ? undefined : canvas.box(parent);
    const made = copies[at];
    if (above !== undefined && made !== undefined) hang(canvas, made, above);
  }
  finder.remember(copies);
}

function copyOf(box: Box, parent: string | null, work: Work): Box {
  const { canvas } = work;
  const copy = canvas.add({ kind: box.kind, text: box.text, shape: box.shape, color: box.color }, { parent });
  const inner = new Map(canvas.within(box.id).map((each) => [each.id, copyOf(each, copy.id, work)]));
  for (const line of [...canvas.lines]) {
    const [from, to] = [inner.get(line.from), inner.get(line.to)];
    if (from !== undefined && to !== undefined)
      canvas.connect(from, to, { text: line.text, style: line.style, ends: line.ends });
  }
  return copy;
}
