import type { PlanColor, PlanLayout, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { type Drawing, type Group, sizeOf, totalOf } from './drawing.ts';
import { groupOf } from './readGroup.ts';
import { warnOfUnmet } from './unmet.ts';
import type { Thing } from './vocabulary.ts';

/** Draws things as they were asked for: no text, colour or connector is added. */
export function drawShapes(drawing: Drawing, title: string): PlanBuilder {
  const columns = columnsOf(drawing) || null;
  const plan = new PlanBuilder(title, layoutOf(drawing), directionOf(drawing), columns);
  const groups = completed(drawing);
  const hub = drawing.hub === null ? -1 : drawing.groups.indexOf(drawing.hub);
  const lines = linesOf(drawing);
  const frames = new Map<Line, string>();
  const drawn = groups.map((group, at) => {
    const line = lines.find(({ first, last, isFramed }) => isFramed && first <= at && at <= last);
    if (line !== undefined && !frames.has(line)) frames.set(line, plan.frame(null));
    const parent = line && frames.get(line);
    return drawGroup(plan, group, { ...(parent && { parent }), ...(at === hub && { order: MIDDLE }) });
  });
  const ids = drawn.flat();
  connect(
    plan,
    drawing,
    ids.map(({ id }) => id),
  );
  connectTexts(plan, drawing, ids);
  const idsOf = (some: readonly Group[]) =>
    some.flatMap((group) => drawn[drawing.groups.indexOf(group)] ?? []).map(({ id }) => id);
  const ends = drawing.hasArrows ? 'forward' : 'none';
  for (const { from, to, label } of drawing.fans)
    for (const start of idsOf(from))
      for (const end of idsOf(to)) plan.edge(start, end, { ends, label, style: styleOf(drawing) });
  // A place on the canvas is one among the others.
  if (totalOf(groups) > 1) drawing.unmet.delete('An exact place');
  warnOfUnmet(plan, [...drawing.unmet]);
  return plan;
}

/** The groups from the first to the last, with a frame around them where other lines have another number of things. */
type Line = { first: number; last: number; size: number; isFramed: boolean };

/** Lines of several things below one another; empty where all stand in one row, or one column. */
function linesOf({ groups, breaks, connection, edges, fans }: Drawing): Line[] {
  if (edges.length + fans.length > 0 || connection !== null) return [];
  const starts = groups.flatMap((group, at) => (at === 0 || breaks.has(group) ? [at] : []));
  const lines = starts.map((first, at) => {
    const last = (starts[at + 1] ?? groups.length) - 1;
    return { first, last, size: totalOf(groups.slice(first, last + 1)) };
  });
  const [size = 0] = lines.map((line) => line.size);
  const isTable = lines.every(
    (line, at) => line.size === size || (at === lines.length - 1 && line.size < size),
  );
  if (lines.length < 2 || (isTable && size === 1)) return [];
  return lines.map((line) => ({ ...line, isFramed: !isTable }));
}

/** Place of what a ring is around. */
const MIDDLE = -1;

type Drawn = { id: string; text: string };

const isFramed = ({ thing, contents, own }: Group): boolean =>
  thing === 'frame' || contents.length > 0 || [...own.values()].some((each) => each.contents !== undefined);

/** Groups with as many things as a grid has cells, and with the ends of connectors as texts of things without one. */
function completed({ groups, columns, rows, edges }: Drawing): Group[] {
  const cells = columns !== null && rows !== null ? columns * rows : null;
  const known = new Set(groups.flatMap(({ texts }) => texts.map((text) => text.toLowerCase())));
  const ends = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter(
    (end) => !known.has(end.toLowerCase()),
  );
  const last = groups.at(-1);
  const needsMore = ends.length > 0 && last !== undefined && isFramed(last);
  const more = last === undefined || needsMore ? [emptyGroup(ends.length || cells || 1)] : [];
  const all = [...groups, ...more];
  return all.map((group, at) => {
    const isOnly =
      all.length === 1 || (at === all.length - 1 && all.slice(0, -1).every(({ thing }) => thing === 'text'));
    const count = isOnly && cells !== null && group.texts.length < cells ? cells : group.count;
    const free = sizeOf({ ...group, count }) - group.texts.length;
    return {
      ...group,
      count,
      texts: [...group.texts, ...ends.splice(0, at === all.length - 1 ? ends.length : free)],
    };
  });
}

const emptyGroup = (count: number): Group => ({ ...groupOf(undefined, '', 'boxes'), count });

function layoutOf(drawing: Drawing): PlanLayout {
  const { groups, arrangement, connection, edges, fans } = drawing;
  if (arrangement === 'tree') return 'tree';
  const total = totalOf(groups);
  const isAround = (connection === 'hub' && total > 3) || (connection === 'all' && total > 2);
  if (arrangement === 'ring' || isAround) return 'ring';
  if (groups.some(isFramed)) return 'grid';
  const isRow = connection === 'chain' && edges.length === 0 && columnsOf(drawing) !== null;
  return (connection !== null || edges.length + fans.length > 0) && !isRow ? 'flow' : 'grid';
}

const directionOf = ({ arrangement }: Drawing) =>
  arrangement === 'column' ? 'down' : arrangement === 'row' ? 'right' : null;

/** So few things stand in a row unless another arrangement is asked for. */
const SHORT_ROW = 5;

function columnsOf(drawing: Drawing): number | null {
  const { groups, arrangement, columns, rows } = drawing;
  const lines = linesOf(drawing);
  if (lines.length > 0) return lines.some(({ isFramed }) => isFramed) ? 1 : (lines[0]?.size ?? 1);
  const shapes = groups.filter(({ thing }) => thing !== 'text');
  const total = totalOf(shapes);
  if (arrangement === 'row') return total;
  if (arrangement === 'column') return 1;
  if (columns !== null || rows !== null) return columns ?? Math.ceil(total / (rows ?? 1));
  return arrangement === null && total <= SHORT_ROW ? total : null;
}

type Place = { parent?: string; order?: number };

function drawGroup(plan: PlanBuilder, group: Group, place: Place): Drawn[] {
  return Array.from({ length: sizeOf(group) }, (_, at) => {
    const own = group.own.get(at);
    const shared = group.texts.length === 1 ? group.texts[0] : group.texts[at];
    const text =
      own?.text ??
      shared ??
      (group.name === null ? '' : sizeOf(group) === 1 ? group.name : `${group.name} ${at + 1}`);
    const color = own?.color ?? group.colors[at % Math.max(1, group.colors.length)] ?? null;
    const order = own?.order ?? place.order;
    const look = { text, color, ...place, ...(order !== undefined && { order }) };
    return { id: drawOne(plan, group, look, own?.contents), text };
  });
}

type One = { text: string; color: PlanColor | null } & Place;

function drawOne(plan: PlanBuilder, group: Group, { text, ...look }: One, contents?: Group): string {
  if (!isFramed(group)) {
    const shape = SHAPES[group.thing];
    return plan.node(text || (group.thing === 'hub' ? 'Hub' : null), { shape, ...look });
  }
  const frame = plan.frame(text || null, null, look.parent);
  for (const inner of [...group.contents, ...(contents ? [contents] : [])])
    drawGroup(plan, inner, { parent: frame });
  return frame;
}

const SHAPES: Record<Exclude<Thing, 'frame'>, PlanShape> & Record<'frame', PlanShape> = {
  ...{ sticky: 'sticky', rect: 'rect', ellipse: 'ellipse', diamond: 'diamond', text: 'text' },
  ...{ frame: 'rect', hub: 'ellipse', 'unknown shape': 'rect' },
};

type Pair = readonly [from: string, to: string];

function connect(plan: PlanBuilder, drawing: Drawing, ids: readonly string[]): void {
  const ends = drawing.hasArrows ? 'forward' : 'none';
  const look = { ends, style: styleOf(drawing), label: drawing.label } as const;
  for (const [from, to] of pairsOf(drawing, ids)) plan.edge(from, to, look);
}

const styleOf = ({ isDashed }: Drawing) => (isDashed ? 'dashed' : 'solid');

function pairsOf({ connection, arrangement }: Drawing, ids: readonly string[]): Pair[] {
  const [first = ''] = ids;
  const rest = ids.slice(1);
  const chain = rest.map((id, at): Pair => [ids[at] ?? '', id]);
  if (connection === 'hub') return rest.map((id) => [first, id]);
  if (connection === 'all')
    return ids.flatMap((id, at) => ids.slice(at + 1).map((other): Pair => [id, other]));
  const isClosed = connection === 'ring' || arrangement === 'ring';
  if (connection !== null) return isClosed && ids.length > 2 ? [...chain, [ids.at(-1) ?? '', first]] : chain;
  return arrangement === 'tree' ? rest.map((id, at) => [ids[Math.floor(at / 2)] ?? '', id]) : [];
}

function connectTexts(plan: PlanBuilder, { edges }: Drawing, drawn: readonly Drawn[]): void {
  const idOf = (end: string) => drawn.find(({ text }) => text.toLowerCase() === end.toLowerCase())?.id ?? '';
  for (const { from, to, label } of edges) plan.edge(idOf(from), idOf(to), { label });
}
