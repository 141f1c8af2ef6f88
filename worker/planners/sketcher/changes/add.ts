import type { PlanShape } from '../../../../src/canvas/plan.ts';
import type { Sketch } from '../sketch.ts';
import { shorten } from '../text/plain.ts';
import type { Box, CanvasView, Line } from './canvas.ts';
import type { Command } from './command.ts';

type Addition = Extract<Command, { kind: 'add' }>;

/** Adds new things where they belong: in a chain of steps, in a region, on a branch, else on their own. */
export function addThings(addition: Addition, view: CanvasView, sketch: Sketch): boolean {
  const { what, place } = addition;
  if (what.length === 0) return false;
  if (place === null) return addLoose(addition, view, sketch);
  if (place.relation === 'between') return addBetween(addition, place.of, view, sketch);
  const box = (place.relation === 'in' ? view.find(place.of, 'FRAME') : null) ?? view.find(place.of);
  if (box === null) {
    const name = shorten(place.of, 60);
    sketch.warn(`Nothing on the canvas matches “${name}”: the new objects stand on their own.`);
    return addLoose(addition, view, sketch);
  }
  if (box.kind === 'FRAME') drawAll(addition, 'sticky', sketch, box.id);
  else if (place.relation === 'in') {
    for (const id of drawAll(addition, shapeLike(box), sketch)) sketch.edge(box.id, id);
  } else {
    addBeside(addition, box, place.relation, view, sketch);
  }
  return true;
}

/** New shapes look like their neighbour, but decisions, ends and headings are special and not copied. */
const shapeLike = (box: Box): PlanShape =>
  box.kind === 'SHAPE' && box.shape === 'STICKY' ? 'sticky' : 'rect';

function drawAll({ what, color }: Addition, shape: PlanShape, sketch: Sketch, parent?: string): string[] {
  const look = { shape, color: color ?? 'blue', ...(parent === undefined ? {} : { parent }) } as const;
  return what.map((text) => sketch.node(text, look)).filter((id) => id !== '');
}

/** Branches of the middle of a mind map; on other canvases things on their own, shaped like what is there. */
function addLoose(addition: Addition, view: CanvasView, sketch: Sketch): boolean {
  const root = view.root();
  const stickies = view.boxes.some((box) => shapeLike(box) === 'sticky');
  for (const id of drawAll(addition, stickies ? 'sticky' : 'rect', sketch)) {
    if (root !== null) sketch.edge(root.id, id);
  }
  return true;
}

/** Puts a chain of steps before or after a step; the arrows that were there lead through it. */
function addBeside(
  addition: Addition,
  box: Box,
  relation: 'after' | 'before',
  view: CanvasView,
  sketch: Sketch,
): void {
  const ids = drawAll(addition, shapeLike(box), sketch);
  if (view.lines.length === 0) return;
  if (relation === 'before') {
    const into = view.lines.filter((line) => line.to === box.id);
    thread(
      ids,
      into.map((line) => line.from),
      [box.id],
      into,
      sketch,
    );
    return;
  }
  const out = view.lines.filter((line) => line.from === box.id);
  const through = out.length === 1 ? out : [];
  thread(
    ids,
    [box.id],
    through.map((line) => line.to),
    through,
    sketch,
  );
}

function addBetween(addition: Addition, names: string, view: CanvasView, sketch: Sketch): boolean {
  const [left = '', right = ''] = names.split(/\s+and\s+/i);
  const [from, to] = [view.find(left), view.find(right)];
  if (from === null || to === null || from === to) {
    const pair = shorten(names, 80);
    sketch.warn(`“${pair}” does not name two objects of the canvas: the new ones stand on their own.`);
    return addLoose(addition, view, sketch);
  }
  const lines = view.lines.filter((line) => line.from === from.id && line.to === to.id);
  thread(drawAll(addition, shapeLike(from), sketch), [from.id], [to.id], lines, sketch);
  return true;
}

/** Joins a chain of new steps to what is before and behind it, in place of the lines that ran there. */
function thread(
  ids: readonly string[],
  before: readonly string[],
  behind: readonly string[],
  replaced: readonly Line[],
  sketch: Sketch,
): void {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return;
  for (const line of replaced) sketch.remove(line.id);
  for (const id of before) {
    sketch.edge(id, first, { label: replaced.find((line) => line.from === id)?.text ?? null });
  }
  for (const [at, id] of ids.entries()) if (at > 0) sketch.edge(ids[at - 1] ?? '', id);
  for (const id of behind) sketch.edge(last, id);
}
