import type { PlanColor, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { shorten } from '../text/plain.ts';
import type { Box } from './canvas.ts';
import { chain, thread } from './chain.ts';
import type { Command } from './command.ts';
import type { Work } from './work.ts';

type Addition = Extract<Command, { kind: 'add' }>;

/** Adds new things where they belong: in a chain of steps, in a region, on a branch, else on their own. */
export function addThings(addition: Addition, work: Work): void {
  const { what, place, thing } = addition;
  if (what.length === 0) return;
  if (thing === 'region') addRegions(addition, work);
  else if (place === null) addLoose(addition, work);
  else if (place.relation === 'between') addBetween(addition, place.of, work);
  else addAt(addition, place.relation, place.of, work);
}

function addAt(addition: Addition, relation: 'after' | 'before' | 'in', name: string, work: Work): void {
  const region = relation === 'in' ? work.names.peek(name, 'FRAME') : null;
  const box = region ?? work.names.find(name, { toJoin: true });
  if (box === null) {
    work.plan.warn(`${listed(addition)} was not added.`);
  } else if (box.kind === 'FRAME') drawAll(addition, { shape: 'sticky', parent: box.id }, work);
  else if (relation === 'in') {
    for (const id of drawAll(addition, lookLike(box), work)) work.plan.edge(box.id, id);
  } else addBeside(addition, box, relation, work);
}

const listed = ({ what }: Addition) => what.map((text) => `“${shorten(text, 40)}”`).join(', ');

type Look = { shape: PlanShape; parent?: string; order?: number };

/** New shapes look like their neighbour, but decisions, ends and headings are special and not copied. */
const shapeLike = (box: Box): PlanShape =>
  box.kind === 'SHAPE' && box.shape === 'STICKY' ? 'sticky' : 'rect';

/** As a neighbour, in the same region. */
const lookLike = (box: Box): Look => ({
  shape: shapeLike(box),
  ...(box.parent === null ? {} : { parent: box.parent }),
});

function drawAll({ what, color, thing }: Addition, look: Look, { plan, view, names }: Work): string[] {
  const { parent } = look;
  const order = look.order ?? (parent === undefined ? undefined : view.within(parent).length);
  return what
    .map((text, at) => {
      const { shape, color: usual } = looksOf(text, thing, look);
      const id = plan.node(text, {
        shape,
        color: color ?? usual,
        ...(parent === undefined ? {} : { parent }),
        ...(order === undefined ? {} : { order: order + at }),
      });
      if (id !== '') names.remember(id, text);
      return id;
    })
    .filter((id) => id !== '');
}

function looksOf(
  text: string,
  thing: Addition['thing'],
  { shape, parent }: Look,
): { shape: PlanShape; color: PlanColor | null } {
  if (thing === 'note') return { shape: 'sticky', color: 'yellow' };
  const asks = shape === 'rect' && /[?？]$/.test(text.trim());
  if (thing === 'decision' || asks) return { shape: 'diamond', color: 'yellow' };
  // Within a region it takes on the colour of what it comes to stand among.
  return { shape, color: parent === undefined ? 'blue' : null };
}

/** New columns of a board, inside the region that is named, if there is one. */
function addRegions({ what, place }: Addition, { names, plan }: Work): void {
  const parent = place?.relation === 'in' ? names.find(place.of, { kind: 'FRAME' }) : null;
  for (const title of what) plan.frame(title, null, parent?.id ?? null);
}

/** Branches of the middle of a mind map; on other canvases things on their own, shaped like what is there. */
function addLoose(addition: Addition, work: Work): void {
  const root = work.view.root();
  const stickies = work.view.boxes.some((box) => shapeLike(box) === 'sticky');
  for (const id of drawAll(addition, { shape: stickies ? 'sticky' : 'rect' }, work)) {
    if (root !== null) work.plan.edge(root.id, id);
  }
}

/** Puts a chain of steps before or after a step; the arrows that were there lead through it. */
function addBeside(addition: Addition, box: Box, relation: 'after' | 'before', work: Work): void {
  const { view, plan } = work;
  const siblings = box.parent === null ? [] : view.within(box.parent);
  const order = siblings.indexOf(box) + (relation === 'after' ? 1 : 0);
  const ids = drawAll(addition, { ...lookLike(box), ...(siblings.length > 0 ? { order } : {}) }, work);
  if (view.lines.length === 0) return;
  const at = relation === 'after' ? 'from' : 'to';
  const lines = view.lines.filter((line) => line[at] === box.id);
  thread(ids, box, relation, lines, plan);
}

function addBetween(addition: Addition, names: string, work: Work): void {
  const { view, plan } = work;
  const [left = '', right = ''] = names.split(/\s+and\s+/i);
  const [from, to] = [left, right].map((name) =>
    name === '' ? null : work.names.find(name, { toJoin: true }),
  );
  if (!from || !to || from === to) {
    plan.warn(`${listed(addition)} was not added.`);
    return;
  }
  const lines = view.lines.filter((line) => line.from === from.id && line.to === to.id);
  const ids = drawAll(addition, lookLike(from), work);
  chain(ids, [from.id], [to.id], lines, plan);
}
