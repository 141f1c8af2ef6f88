import { shorten } from '../text/plain.ts';
import { addThings } from './add.ts';
import type { Box, CanvasView, Line } from './canvas.ts';
import { bridges } from './chain.ts';
import type { Command } from './command.ts';
import { move, moveInto } from './move.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

const doers: { [Kind in Command['kind']]: (command: Of<Kind>, work: Work) => void } = {
  add: addThings,
  rename: ({ what, to }, { names, plan }) => {
    const box = names.find(what);
    if (box !== null) plan.update(box.id, { text: to });
  },
  label,
  colour: ({ what, color }, { names, plan }) => {
    for (const { id } of names.findEach(what)) plan.update(id, { color });
  },
  finish,
  swap,
  remove: ({ what }, work) => remove(work.names.findEach(what), work),
  connect,
  disconnect,
  move,
};

/** Carries out one change on a plan; what it names in vain is said in a warning. */
export function apply<Kind extends Command['kind']>(command: Of<Kind>, work: Work): void {
  const kind: Kind = command.kind;
  doers[kind](command, work);
}

/** Removes boxes with their arrows; where one arrow led on, what led in is joined to what it led to. */
function remove(boxes: readonly Box[], { view, plan }: Work): void {
  const gone = new Set(boxes.map(({ id }) => id));
  for (const id of gone) {
    for (const line of view.linesAt(id)) plan.remove(line.id);
    plan.remove(id);
    for (const { from, to, text } of bridges(id, view, gone)) plan.edge(from, to, { label: text });
  }
}

function connect({ from, to, label: text }: Of<'connect'>, { names, plan, view }: Work): void {
  const start = names.find(from, { toJoin: true });
  if (start === null) return;
  for (const name of new Set(to)) {
    const end = names.find(name, { toJoin: true });
    if (end === null) continue;
    const joined = view.lines.some((line) => line.from === start.id && line.to === end.id);
    if (joined && text === null)
      plan.warn(`“${shorten(start.text, 60)}” and “${shorten(end.text, 60)}” are already connected.`);
    else plan.edge(start.id, end.id, { label: text });
  }
}

const between = (view: CanvasView, one: Box, other: Box): Line[] =>
  view.lines.filter(
    ({ from, to }) => (from === one.id && to === other.id) || (from === other.id && to === one.id),
  );

function disconnect({ from, to }: Of<'disconnect'>, work: Work): void {
  const { names, view, plan } = work;
  const start = names.find(from, { toJoin: true });
  const end = to === null ? null : names.find(to, { toJoin: true });
  if (start === null || (to !== null && end === null)) return;
  const lines = end === null ? view.linesAt(start.id) : between(view, start, end);
  for (const line of lines) plan.remove(line.id);
  if (lines.length > 0) return;
  const pair = end === null ? '' : ` and “${shorten(end.text, 60)}”`;
  plan.warn(`No connector found between “${shorten(start.text, 60)}”${pair}.`);
}

function label({ from, to, label: text }: Of<'label'>, work: Work): void {
  const { names, view, plan } = work;
  const [start, end] = [names.find(from, { toJoin: true }), names.find(to, { toJoin: true })];
  if (start === null || end === null) return;
  const [line] = between(view, start, end);
  if (line === undefined)
    plan.warn(`No connector found between “${shorten(start.text, 60)}” and “${shorten(end.text, 60)}”.`);
  else plan.update(line.id, { label: text });
}

/** Two boxes change their words: their places and arrows stay. */
function swap({ one, other }: Of<'swap'>, { names, plan }: Work): void {
  const [left, right] = [names.find(one), names.find(other)];
  if (left === null || right === null || left === right) return;
  plan.update(left.id, { text: right.text });
  plan.update(right.id, { text: left.text });
}

/** What is done goes to the region for that, or becomes green where there is none. */
function finish({ what }: Of<'finish'>, work: Work): void {
  const region = work.names.peek('done', 'FRAME') ?? work.names.peek('completed', 'FRAME');
  for (const box of work.names.findEach(what)) {
    if (region !== null && box.kind === 'SHAPE') moveInto(region, box, work);
    else work.plan.update(box.id, { color: 'green' });
  }
}
