import { centreOf } from '../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject, Connector, Frame } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import type { PlanDirection, PlanHeader } from '../../../src/canvas/model/plan.ts';
import { swotSlotOf } from '../diagrams/swot.ts';
import { isForest } from '../scene/forest.ts';
import { axisOf } from '../scene/line.ts';
import type { PartialDiagram } from '../scene/partialDiagram.ts';
import { sceneOf } from '../scene/scene.ts';
import { itemOf, planObjectsOf } from './canvasDiagram.ts';

/** Layout and direction of a diagram, and which of the ways of the layout to draw it. */
export type DiagramKind = Pick<PlanHeader, 'layout' | 'direction'> & Pick<PartialDiagram, 'style'>;

/** The kinds of diagram that a canvas may show, the likeliest first. There is at least one. */
export function diagramKinds(objects: readonly CanvasObject[]): DiagramKind[] {
  const connectors = objects.filter(isConnector);
  const boxes = objects.filter(isBox);
  if (connectors.length === 0) return [kindWithoutConnectors(boxes)];
  const directions: DiagramKind['direction'][] = [...directionsOf(boxes, connectors), null];
  const kindsOf = (layout: DiagramKind['layout']) =>
    directions.map((direction): DiagramKind => ({ layout, direction }));
  if (!isHierarchy(objects, connectors)) return [...kindsOf('flow'), ...kindsOf('timeline')];
  const left = leftOfRoots(boxes, connectors);
  const maps = stylesOf({ layout: 'mindmap', direction: null }, left);
  const trees = directionsOf(boxes, connectors).flatMap((direction) =>
    stylesOf({ layout: 'tree', direction }, left),
  );
  return left.size > 0 ? [...maps, ...trees] : [...trees, ...maps];
}

/** Most ways in which one layout draws a hierarchy. */
const MOST_STYLES = 5;

const stylesOf = (kind: DiagramKind, left: ReadonlySet<string>): DiagramKind[] =>
  Array.from({ length: MOST_STYLES }, (_, number) => ({ ...kind, style: { number, left } }));

/** Right and down, the one first that more connectors lead in. */
function directionsOf(boxes: readonly BoxObject[], connectors: readonly Connector[]): PlanDirection[] {
  return shareDown(boxes, connectors) > 0.5 ? ['down', 'right'] : ['right', 'down'];
}

/** The share of connectors that lead down rather than sideways. */
function shareDown(boxes: readonly BoxObject[], connectors: readonly Connector[]): number {
  const places = new Map(boxes.map((box) => [box.id, centreOf(box)]));
  const down = connectors.filter(({ fromId, toId }) => {
    const [from, to] = [places.get(fromId), places.get(toId)];
    return from !== undefined && to !== undefined && Math.abs(to.y - from.y) > Math.abs(to.x - from.x);
  });
  return down.length / Math.max(1, connectors.length);
}

/** Share of connectors from which on they have a direction in common. */
const CLEAR = 0.7;

/**
 * The kind to lay a diagram out again as, wherever its objects are now.
 * @param wanted The direction that somebody has asked for.
 */
export function kindToArrange(objects: readonly CanvasObject[], wanted: PlanDirection | null): DiagramKind {
  const [kind = { layout: 'grid', direction: null }] = diagramKinds(objects);
  const share = shareDown(objects.filter(isBox), objects.filter(isConnector));
  const present = share >= CLEAR ? 'down' : share <= 1 - CLEAR ? 'right' : null;
  const direction = objects.some(isConnector) ? present : kind.direction;
  return { layout: kind.layout, direction: wanted ?? direction };
}

/** Lines without arrowheads from parents to children. */
function isHierarchy(objects: readonly CanvasObject[], connectors: readonly Connector[]): boolean {
  if (connectors.some(({ arrowhead }) => arrowhead)) return false;
  const scene = sceneOf({ layout: 'tree', direction: null, objects: planObjectsOf(objects) });
  return isForest(scene, scene.childrenOf(null));
}

/** Ids of the branches that leave their root to the left. */
function leftOfRoots(boxes: readonly BoxObject[], connectors: readonly Connector[]): Set<string> {
  const places = new Map(boxes.map((box) => [box.id, box]));
  const children = new Set(connectors.map(({ toId }) => toId));
  const branches = connectors.filter(({ fromId }) => !children.has(fromId));
  const isLeft = ({ fromId, toId }: Connector) => {
    const [root, branch] = [places.get(fromId), places.get(toId)];
    return root !== undefined && branch !== undefined && branch.x + branch.width <= root.x;
  };
  return new Set(branches.filter(isLeft).map(({ toId }) => toId));
}

function kindWithoutConnectors(boxes: readonly BoxObject[]): DiagramKind {
  const frames = boxes.filter((box): box is Frame => box.kind === 'FRAME' && box.parentId === null);
  if (frames.length > 0) return { layout: layoutOfFrames(frames), direction: null };
  const axis = boxes.length > 2 ? axisOf(boxes) : null;
  return axis === null
    ? { layout: 'grid', direction: null }
    : { layout: 'timeline', direction: axis === 'x' ? 'right' : 'down' };
}

function layoutOfFrames(frames: readonly Frame[]): DiagramKind['layout'] {
  const slots = new Set(frames.map(slotOf));
  if (frames.length === 4 && slots.size === 4 && !slots.has(null)) return 'swot';
  const rows = Map.groupBy(frames, ({ y }) => y);
  const isTable = rows.size > 1 && [...rows.values()].every((row) => row.length > 1);
  return isTable ? 'grid' : 'kanban';
}

function slotOf(frame: Frame) {
  const item = itemOf(frame);
  return item.type === 'frame' ? swotSlotOf(item) : null;
}
