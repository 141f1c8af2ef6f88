import { label as labelOf } from '../../text/plain.ts';
import type { Box, Line } from '../canvas/editedCanvas.ts';
import { AlreadySo, refuse } from '../canvas/refused.ts';
import { quoted } from '../canvas/wording.ts';
import type { Command, Phrase } from '../grammar/command.ts';
import { withoutArticle } from '../language/words.ts';
import { isPlain, usualColor } from './flow.ts';
import { addMessage } from './sequence.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Joins every box of one list to every one of the other; `insteadOf` loses its connector. */
export function connect(command: Of<'connect'>, work: Work): void {
  const { canvas, finder } = work;
  const { starts, ends } = endsOf(command, work);
  const [start, end] = [starts[0], ends[0]];
  if (
    start !== undefined &&
    end !== undefined &&
    starts.length + ends.length === 2 &&
    command.insteadOf === null
  ) {
    if (addMessage({ start, end, text: command.label, place: command.message }, work)) return;
  }
  const old = command.insteadOf === null ? null : finder.oneToJoin(command.insteadOf);
  const replaced = old === null ? [] : replacedLines(starts, old, work);
  const looks = {
    text: command.label ?? replaced[0]?.text ?? null,
    style: command.isDashed ? ('dashed' as const) : ('solid' as const),
    ends: isPlain(canvas) ? ('none' as const) : ('forward' as const),
  };
  const isOne = starts.length + ends.length === 2;
  const pairs =
    command.to.length > 0
      ? starts.flatMap((start) => ends.map((end) => ({ start, end })))
      : starts.slice(1).map((end, at) => ({ start: starts[at] ?? end, end }));
  const already = pairs
    .filter(({ start, end }) => isOne || start !== end)
    .filter(({ start, end }) => !join(start, end, looks, work))
    .map(({ start, end }) => `${quoted(start)} and ${quoted(end)} are already connected.`);
  canvas.disconnect(replaced);
  const added = [...new Set([...starts, ...ends])].filter(isNew);
  if (added.length > 0) finder.remember(added);
  if (already.length === pairs.length && replaced.length === 0) throw new AlreadySo(already[0]);
  for (const message of already) work.warn(message);
}

const isNew = ({ id }: Box): boolean => id.startsWith('new-');

/**
 * What a connector leads from and to. Beside something new, "the last step" is one that was there, and "both" may be what
 * the new one stands beside.
 */
function endsOf(
  { from, to }: Of<'connect'>,
  { canvas, finder, added }: Work,
): Record<'starts' | 'ends', Box[]> {
  const except = canvas.boxes.filter(isNew);
  const find = (phrases: readonly Phrase[]) =>
    finder.each(phrases, (phrase) => finder.toJoin(phrase, { except }));
  const starts = find(from);
  if (to.length === 0)
    return { starts: starts.length === 1 ? [...added.beside, ...starts] : starts, ends: [] };
  const ends = find(to);
  const isSame = starts.length === ends.length && starts.every((box) => ends.includes(box));
  return { starts, ends: isSame && added.beside.length > 0 ? [...added.beside] : ends };
}

/** @returns False if they are joined so already */
function join(
  start: Box,
  end: Box,
  looks: Pick<Line, 'text' | 'style' | 'ends'>,
  { canvas, added }: Work,
): boolean {
  const lines = canvas.between(start, end);
  const line = lines.find((each) => each.from === start.id || added.lines.has(each));
  const isOther = line !== undefined && looks.text !== null && line.text !== looks.text;
  if (line === undefined || (isOther && line.text !== null)) {
    // In a hierarchy what is new hangs from what is there.
    const isHung =
      looks.ends === 'none' && isNew(start) && !isNew(end) && canvas.linesTo(start.id).length === 0;
    canvas.connect(...(isHung ? ([end, start] as const) : ([start, end] as const)), looks);
    return true;
  }
  const isDashed = looks.style === 'dashed' && line.style !== 'dashed';
  if (line.access !== 'free') return false;
  if (isOther) line.text = looks.text;
  if (isDashed) line.style = 'dashed';
  return isOther || isDashed || added.lines.has(line);
}

function replacedLines(starts: readonly Box[], old: Box, { canvas }: Work) {
  const lines = starts.flatMap((start) => canvas.between(start, old).filter(({ from }) => from === start.id));
  if (lines.length === 0) refuse(`There is no arrow from ${quoted(starts[0])} to ${quoted(old)}.`);
  return lines;
}

export function disconnect({ from, to }: Of<'disconnect'>, { canvas, finder }: Work): void {
  const start = finder.oneToJoin(from);
  const end = to === null ? null : finder.oneToJoin(to);
  const lines = end === null ? canvas.linesAt(start.id) : canvas.between(start, end);
  const free = lines.filter(({ access }) => access === 'free');
  if (lines.length === 0) {
    refuse(
      end === null
        ? `${quoted(start)} has no arrows.`
        : `There is no arrow between ${quoted(start)} and ${quoted(end)}.`,
    );
  }
  if (free.length === 0) refuse('The arrow is locked, or outside of your selection.');
  canvas.disconnect(free);
}

/** "A -> B -> C": joins them in this order; what is not there is added, between two of them in their connector. */
export function chain({ names, label }: Of<'chain'>, work: Work): void {
  const { canvas, finder } = work;
  const boxes = names.map((name) => thereOrNew(name, work));
  if (chainMessages(boxes, label, work)) return;
  const known = boxes.filter((box) => !isNew(box));
  for (const [at, box] of known.entries()) {
    const next = known[at + 1];
    const isInterrupted = next !== undefined && boxes.indexOf(next) - boxes.indexOf(box) > 1;
    if (isInterrupted)
      canvas.disconnect(
        canvas.between(box, next).filter(({ from, access }) => from === box.id && access === 'free'),
      );
  }
  for (const [at, box] of boxes.entries()) {
    const next = boxes[at + 1];
    if (next === undefined) continue;
    const text = at === boxes.length - 2 ? label : null;
    const [line] = canvas.between(box, next).filter(({ from }) => from === box.id);
    if (line === undefined) canvas.connect(box, next, { text });
    else if (text !== null) line.text = text;
  }
  finder.remember(boxes);
}

/** @returns False where the canvas is no sequence diagram */
function chainMessages(boxes: readonly Box[], label: string | null, work: Work): boolean {
  const pairs = boxes.slice(1).map((end, at) => ({ start: boxes[at] ?? end, end }));
  return pairs.every(({ start, end }, at) => {
    const text = at === pairs.length - 1 ? label : null;
    return addMessage({ start, end, text, place: undefined }, work);
  });
}

/** What a phrase means, or a new step with that text where nothing is meant. */
export function thereOrNew(name: Phrase, { canvas, finder }: Work): Box {
  if (finder.isThere(name)) return finder.oneToJoin(name);
  const shape = /[?？]$/.test(finder.show(name)) ? ('diamond' as const) : ('rect' as const);
  return canvas.add(
    {
      kind: 'SHAPE',
      text: labelOf(withoutArticle(finder.show(name))),
      shape,
      color: usualColor(canvas, shape, null),
    },
    { parent: null },
  );
}

export function reverseLines({ which }: Of<'reverseLines'>, { finder }: Work): void {
  for (const line of finder.lines(which)) [line.from, line.to] = [line.to, line.from];
}
