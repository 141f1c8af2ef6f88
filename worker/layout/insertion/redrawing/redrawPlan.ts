import type { BoxObject, CanvasObject, Connector } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../../src/canvas/model/objectKinds.ts';
import type { Diagram, PlanEdge } from '../../../../src/canvas/model/plan.ts';
import type { PlanContent } from '../../../plan/planContent.ts';
import { planObjectsOf } from '../../redraw/canvasDiagram.ts';
import { anchored, findKind, keepsOrder, layOutObjects } from '../../redraw/redraw.ts';
import { connectedTo, groupsAtRoot } from '../../scene/canvasParts.ts';
import { type Cluster, clustersOf } from '../placing/clusters.ts';
import type { LineRules } from '../placing/placeInLines.ts';
import { clearWay } from '../stage/clearWay.ts';
import { relink } from '../stage/linking.ts';
import { Stage } from '../stage/stage.ts';
import { inKind } from './inKind.ts';

/** A canvas before and after a plan's updates and deletions. */
type Change = { plan: PlanContent; before: readonly CanvasObject[]; after: readonly CanvasObject[] };

type Rules = Pick<LineRules, 'mayChange' | 'mayShift'>;

/**
 * Lays out a connected diagram again whose steps a plan adds, deletes or connects in another way, if everything in it
 * is where the layout put it: then new steps stand in its lines as the others do.
 * @returns The canvas; null if somebody has arranged the diagram, or something that may not move would,
 * or parts of it would change sides.
 */
export async function redrawPlan(change: Change, rules: Rules): Promise<Stage | null> {
  const touched = touchedIds(change);
  if (touched.size === 0) return null;
  for (const scope of scopesOf(change.before, touched)) {
    const kind = await findKind(scope);
    if (kind === null) continue;
    const ids = new Set(scope.map(({ id }) => id));
    if (!holdsFrames(change.plan, ids)) continue;
    const kept = change.after.filter(({ id }) => ids.has(id));
    const objects = inKind(kind, changedDiagram(change.plan, scope, kept), ids);
    if (objects === null) return null;
    const laidOut = anchored(await layOutObjects(kept, kind, objects), scope, kind);
    return withDiagram(change, { scope, laidOut }, rules);
  }
  return null;
}

/** Boxes of the canvas whose neighbours in a diagram change: that lose a neighbour, get a new one, or change theirs. */
function touchedIds({ plan, before, after }: Change): Set<string> {
  const present = new Set(after.map(({ id }) => id));
  const added = new Set(plan.added.map(({ id }) => id));
  const gone = before.filter(isConnector).filter(({ id }) => !present.has(id));
  const joinsNew = plan.links.filter(({ from, to }) => added.has(from) || added.has(to));
  const losesEnd = gone.filter(({ fromId, toId }) => !present.has(fromId) || !present.has(toId));
  const ends = [
    ...joinsNew.flatMap(({ from, to }) => [from, to]),
    ...losesEnd.flatMap(({ fromId, toId }) => [fromId, toId]),
    ...relinkedIds({ plan, before, after }, gone),
  ];
  return new Set(ends.filter((id) => !added.has(id)));
}

/** Boxes that have lost all of their connectors, and get others to boxes of the canvas. */
function relinkedIds({ plan, after }: Change, gone: readonly Connector[]): string[] {
  const still = new Set(after.filter(isConnector).flatMap(({ fromId, toId }) => [fromId, toId]));
  const added = new Set(plan.added.map(({ id }) => id));
  const across = plan.links.filter(({ from, to }) => !added.has(from) && !added.has(to));
  const linked = new Set(across.flatMap(({ from, to }) => [from, to]));
  const lost = gone.flatMap(({ fromId, toId }) => [fromId, toId]);
  return lost.filter((id) => !still.has(id) && linked.has(id));
}

/** The parts of the canvas to lay out again: what is connected to the touched boxes, else everything. */
function scopesOf(
  before: readonly CanvasObject[],
  touched: ReadonlySet<string>,
): (readonly CanvasObject[])[] {
  const connected = connectedTo(before, touched);
  return connected.length === before.length ? [before] : [connected, before];
}

/** Whether what is new, and joined to a part of the canvas, belongs to no frame outside of it. */
function holdsFrames(plan: PlanContent, ids: ReadonlySet<string>): boolean {
  const isIn = ({ from, to }: PlanEdge) => ids.has(from) || ids.has(to);
  return clustersOf(plan).every(
    ({ hostId, links }) => hostId === null || ids.has(hostId) || !links.some(isIn),
  );
}

/** The diagram after the change: new boxes beside those that lead to them, new connectors in place of deleted ones. */
function changedDiagram(
  plan: PlanContent,
  scope: readonly CanvasObject[],
  kept: readonly CanvasObject[],
): Diagram['objects'] {
  const items = planObjectsOf(kept).filter((object) => object.type !== 'edge');
  const added = addedTo(plan, new Set(items.map(({ id }) => id)));
  const present = new Set([...items, ...added].map(({ id }) => id));
  const edges = [...added.filter((object) => object.type === 'edge'), ...plan.links].filter(
    ({ from, to }) => present.has(from) && present.has(to),
  );
  for (const object of added) {
    if (object.type === 'edge') continue;
    const parent = object.parent ?? plan.existingFrames.get(object.id) ?? null;
    items.splice(indexFor(object.id, items, edges), 0, { ...object, parent });
  }
  return [...items, ...withReplaced(edgesOf(kept), scope, edges)];
}

/** The new objects that belong to a diagram: connected to it, or in one of its frames. */
function addedTo(plan: PlanContent, ids: ReadonlySet<string>): PlanContent['added'] {
  const known = new Set(ids);
  let waiting = clustersOf(plan);
  for (;;) {
    const isOfIt = ({ hostId, links }: Cluster) =>
      (hostId !== null && known.has(hostId)) ||
      links.some(({ from, to }) => known.has(from) || known.has(to));
    const next = waiting.filter(isOfIt);
    if (next.length === 0) break;
    for (const { diagram } of next) for (const { id } of diagram.objects) known.add(id);
    waiting = waiting.filter((cluster) => !next.includes(cluster));
  }
  return plan.added.filter((object) =>
    object.type === 'edge' ? known.has(object.from) && known.has(object.to) : known.has(object.id),
  );
}

function indexFor(id: string, items: readonly { id: string }[], edges: readonly PlanEdge[]): number {
  const at = (other: string) => items.findIndex((item) => item.id === other);
  const before = edges.flatMap(({ from, to }) => (to === id ? [at(from)] : [])).filter((index) => index >= 0);
  if (before.length > 0) return Math.max(...before) + 1;
  const behind = edges.flatMap(({ from, to }) => (from === id ? [at(to)] : [])).filter((index) => index >= 0);
  return behind.length > 0 ? Math.min(...behind) : items.length;
}

/** The order of connectors decides the order of branches: one that replaces another takes its turn. */
function withReplaced(
  current: readonly PlanEdge[],
  scope: readonly CanvasObject[],
  added: readonly PlanEdge[],
): PlanEdge[] {
  const kept = new Map(current.map((edge) => [edge.id, edge]));
  const waiting = [...added];
  const edges = edgesOf(scope).flatMap((old): PlanEdge[] => {
    const edge = kept.get(old.id);
    if (edge !== undefined) return [edge];
    const next = waiting.findIndex(({ from }) => from === old.from);
    return next < 0 ? [] : waiting.splice(next, 1);
  });
  return [...edges, ...waiting];
}

const edgesOf = (objects: readonly CanvasObject[]): PlanEdge[] =>
  planObjectsOf(objects).filter((object) => object.type === 'edge');

type Redrawn = { scope: readonly CanvasObject[]; laidOut: readonly CanvasObject[] };

/** Puts a diagram that is laid out again on the canvas, and moves other diagrams out of its way. */
function withDiagram(
  { plan, before, after }: Change,
  { scope, laidOut }: Redrawn,
  { mayChange, mayShift }: Rules,
): Stage | null {
  const old = new Map(scope.map((object) => [object.id, object]));
  const present = new Set(after.map(({ id }) => id));
  const gone = before.filter(isConnector).filter(({ id }) => !present.has(id));
  const relinked = new Set(relinkedIds({ plan, before, after }, gone));
  const stage = new Stage(after);
  for (const object of laidOut) {
    const current = stage.find(object.id);
    if (isBox(object) && isBox(current) && isMoved(current, object) && !mayChange(object.id)) return null;
    stage.put(current === undefined ? object : { ...current, ...placeOf(object) });
  }
  if (
    !keepsOrder(
      scope.filter(({ id }) => !relinked.has(id)),
      laidOut,
    )
  )
    return null;
  const taken = laidOut.filter(isBox).map((now) => {
    const box = old.get(now.id);
    return { before: isBox(box) ? box : null, now };
  });
  const others = after.filter((object) => !old.has(object.id));
  if (!clearWay(stage, taken, groupsAtRoot(others), { axis: 'y', sign: 1, mayShift })) return null;
  relink(stage);
  return stage;
}

const isMoved = (from: BoxObject, to: BoxObject): boolean => from.x !== to.x || from.y !== to.y;

/** The geometry of an object. Everything else stays as it is on the canvas. */
function placeOf(object: CanvasObject) {
  if (object.kind === 'CONNECTOR') return { points: object.points, labelAt: object.labelAt };
  const { x, y, width, height } = object;
  return object.kind === 'FRAME' ? { x, y, width, height } : { x, y };
}
