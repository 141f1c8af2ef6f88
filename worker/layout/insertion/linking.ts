import { middleOf } from '../../../src/canvas/model/geometry.ts';
import type { CanvasObject, Connector } from '../../../src/canvas/model/object.ts';
import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import { headsOf } from '../canvasObjects.ts';
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
function lookOf({ from, to, ends }: PlanEdge, objects: readonly CanvasObject[]) {
  const connectors = objects.filter((object) => object.kind === 'CONNECTOR');
  const model =
    connectors.find(({ fromId }) => fromId === from) ??
    connectors.find(({ toId }) => toId === to) ??
    connectors.find(({ fromId, toId }) => fromId === to || toId === from);
  return { color: model?.color ?? 'neutral', ...headsOf({ ends }, model?.arrowhead ?? true) } as const;
}

/** Reroutes the connectors of objects that were moved or resized. */
export function relink(stage: Stage): void {
  const loose = stage.objects.filter(
    (object): object is Connector =>
      object.kind === 'CONNECTOR' && (stage.moved.has(object.fromId) || stage.moved.has(object.toId)),
  );
  for (const { id } of loose) stage.remove(id);
  const routes = routeOnCanvas(
    stage.objects,
    loose.map(({ id, fromId, toId, label }) => ({
      type: 'edge',
      id,
      from: fromId,
      to: toId,
      label,
      style: null,
    })),
  );
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
