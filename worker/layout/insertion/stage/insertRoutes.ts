import { type Box, boundsOf, inflate, overlaps } from '../../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../../src/canvas/model/objectKinds.ts';
import type { PlanEdge } from '../../../../src/canvas/model/plan.ts';
import { BODY_FONT_SIZE } from '../../../../src/canvas/text/sizing.ts';
import { edgeOf, itemOf } from '../../redraw/canvasDiagram.ts';
import { connect } from '../../routing/connect.ts';
import type { Block, Route } from '../../scene/block.ts';
import { placeLabels } from '../../scene/labels.ts';
import { type Scene, titleBoxes } from '../../scene/scene.ts';

/** How far around the ends of a connector its way is looked for first, in pixels: the grid grows with what is there. */
const NEARBY = 480;

/** What the router needs to know of a canvas: what holds what, and which connectors have their ways already. */
function sceneOfCanvas(objects: readonly BoxObject[], edges: readonly PlanEdge[]): Scene {
  const known = new Map(objects.map((object) => [object.id, object]));
  const parentOf = (id: string): string | null => {
    const parent = known.get(id)?.parentId ?? null;
    return parent !== null && known.has(parent) ? parent : null;
  };
  const items = new Map(objects.map((object) => [object.id, itemOf(object)]));
  return {
    layout: 'flow',
    direction: null,
    columns: null,
    items,
    edges,
    fitted: new Map(),
    kept: new Map(),
    style: null,
    fontSizeOf: () => BODY_FONT_SIZE,
    parentOf,
    childrenOf: (parentId) => [...items.values()].filter(({ id }) => parentOf(id) === parentId),
  };
}

/**
 * Routes new connectors on an existing canvas: at right angles, around shapes, apart from other connectors, with labels
 * in free places. Existing objects do not change.
 *
 * @param objects All objects of the canvas. Their connectors keep their routes.
 * @param edges The new connectors. Both ends must be among the objects.
 */
export function routeOnCanvas(
  objects: readonly CanvasObject[],
  edges: readonly PlanEdge[],
): Map<string, Route> {
  if (edges.length === 0) return new Map();
  const boxes = objects.filter(isBox);
  const nearby = around(boxes, edges, NEARBY);
  const found = routesAmong(objects, nearby, edges);
  const failed = edges.filter(({ id }) => !isOrthogonal(found.get(id)));
  if (failed.length > 0 && nearby.length < boxes.length) {
    for (const [id, route] of routesAmong(objects, boxes, failed)) found.set(id, route);
  }
  return labelled(objects, edges, found);
}

/** The boxes that lie about the ends of the edges, and all frames that hold any of them. */
function around(boxes: readonly BoxObject[], edges: readonly PlanEdge[], margin: number): BoxObject[] {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const region = boundsOf(boxes.filter(({ id }) => ends.has(id)));
  return region === null ? [] : boxes.filter((box) => overlaps(inflate(region, margin), box));
}

function routesAmong(
  objects: readonly CanvasObject[],
  boxes: readonly BoxObject[],
  edges: readonly PlanEdge[],
): Map<string, Route> {
  const lines = objects.filter(isConnector);
  const block: Block = {
    width: 0,
    height: 0,
    boxes: new Map(boxes.map((box) => [box.id, boxOf(box)])),
    routes: new Map(),
  };
  const scene = sceneOfCanvas(boxes, [...lines.map(edgeOf), ...edges]);
  const taken = new Map(lines.map(({ id, points, labelAt }): [string, Route] => [id, { points, labelAt }]));
  return connect(scene, block, edges, taken);
}

const isOrthogonal = (route: Route | undefined): boolean =>
  route !== undefined &&
  route.points.length >= 2 &&
  route.points.every((point, index) => {
    const before = route.points[index - 1];
    return before === undefined || before.x === point.x || before.y === point.y;
  });

/** Labels of connectors that are there already count as taken. */
function labelled(
  objects: readonly CanvasObject[],
  edges: readonly PlanEdge[],
  routes: ReadonlyMap<string, Route>,
): Map<string, Route> {
  const lines = objects.filter(isConnector);
  const boxes = objects.filter(isBox);
  const block = new Map(boxes.map((box) => [box.id, boxOf(box)]));
  const solid: Box[] = [
    ...boxes.filter(({ kind }) => kind === 'SHAPE').map(boxOf),
    ...titleBoxes(sceneOfCanvas(boxes, []), block),
  ];
  const placed = placeLabels(
    [
      ...lines.map(({ id, points, label, labelAt }) => ({ id, route: { points, labelAt }, label })),
      ...edges.flatMap(({ id, label }) => {
        const route = routes.get(id);
        return route === undefined ? [] : [{ id, route, label: label?.trim() || null }];
      }),
    ],
    solid,
  );
  const wanted = new Set(edges.map(({ id }) => id));
  return new Map([...placed].filter(([id]) => wanted.has(id)));
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });
