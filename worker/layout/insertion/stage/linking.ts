import { middleOf, type Point } from '../../../../src/canvas/model/geometry.ts';
import type { CanvasObject, Connector } from '../../../../src/canvas/model/object.ts';
import type { PlanEdge } from '../../../../src/canvas/model/plan.ts';
import { translate } from '../../../../src/canvas/model/translate.ts';
import { headsOf } from '../../canvasObjects.ts';
import { edgeOf } from '../../redraw/canvasDiagram.ts';
import { routeOnCanvas } from './insertRoutes.ts';
import type { Stage } from './stage.ts';

/** Connects new objects to existing ones, in the style of the existing connectors. */
export function link(stage: Stage, edges: readonly PlanEdge[], before: readonly CanvasObject[]): void {
  const possible = edges.filter(
    ({ from, to }) => stage.box(from) !== undefined && stage.box(to) !== undefined,
  );
  const routes = routeOnCanvas(stage.objects, possible);
  for (const edge of possible) {
    const route = routes.get(edge.id);
    if (route === undefined || route.points.length < 2) continue;
    const label = edge.label?.trim() || null;
    stage.put({
      kind: 'CONNECTOR',
      id: edge.id,
      zIndex: 0,
      fromId: edge.from,
      toId: edge.to,
      points: route.points,
      label,
      labelAt: label === null ? null : (route.labelAt ?? middleOf(route.points)),
      style: edge.style === 'dashed' ? 'DASHED' : 'SOLID',
      ...lookOf(edge, before),
    });
  }
}

/** In an org chart or a mind map lines have no arrowheads: a new one at the same object has none either. */
function lookOf({ from, to, ends, style }: PlanEdge, objects: readonly CanvasObject[]) {
  // Dashed lines are lifelines, and lead to notes.
  const isAlike = (connector: Connector) => (connector.style === 'DASHED') === (style === 'dashed');
  const connectors = objects.filter((object) => object.kind === 'CONNECTOR').filter(isAlike);
  const model =
    connectors.find(({ fromId }) => fromId === from) ??
    connectors.find(({ toId }) => toId === to) ??
    connectors.find(({ fromId, toId }) => fromId === to || toId === from);
  return { color: model?.color ?? 'neutral', ...headsOf({ ends }, model?.arrowhead ?? true) } as const;
}

/** Takes the connectors of moved objects along, and reroutes those of which one end has moved or changed its size. */
export function relink(stage: Stage): void {
  const loose = stage.objects
    .filter((object) => object.kind === 'CONNECTOR')
    .filter(
      ({ id, fromId, toId }) => !stage.routed.has(id) && (stage.moved.has(fromId) || stage.moved.has(toId)),
    )
    .filter((connector) => !takeAlong(stage, connector));
  reroute(stage, loose);
}

/** Routes the connectors of boxes again whose outlines have changed, such as a box that is a diamond now. */
export function relinkAt(stage: Stage, ids: ReadonlySet<string>): void {
  const connectors = stage.objects.filter((object) => object.kind === 'CONNECTOR');
  reroute(
    stage,
    connectors.filter(({ fromId, toId }) => ids.has(fromId) || ids.has(toId)),
  );
}

/** Moves a connector whose ends have both moved in the same way. */
function takeAlong(stage: Stage, connector: Connector): boolean {
  const [from, to] = [connector.fromId, connector.toId].map((id) => wayOf(stage, id));
  if (!from || !to || from.x !== to.x || from.y !== to.y) return false;
  stage.put(translate(connector, from));
  return true;
}

/** How far a box has been moved; null when its size has changed. */
function wayOf(stage: Stage, id: string): Point | null {
  const [before, now] = [stage.moved.get(id), stage.box(id)];
  if (before === undefined) return { x: 0, y: 0 };
  if (now?.width !== before.width || now.height !== before.height) return null;
  return { x: now.x - before.x, y: now.y - before.y };
}

function reroute(stage: Stage, loose: readonly Connector[]): void {
  for (const { id } of loose) stage.remove(id);
  const routes = routeOnCanvas(stage.objects, loose.map(edgeOf));
  for (const connector of loose) {
    const route = routes.get(connector.id);
    const { points = connector.points, labelAt = null } = route ?? {};
    stage.put({
      ...connector,
      points,
      labelAt: connector.label === null ? null : (labelAt ?? middleOf(points)),
    });
  }
}
