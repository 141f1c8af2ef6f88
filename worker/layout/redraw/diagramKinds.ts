import { centreOf } from '../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject, Connector, Frame } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import type { PlanDirection, PlanHeader } from '../../../src/canvas/model/plan.ts';
import { swotSlotOf } from '../diagrams/swot.ts';
import type { PartialDiagram } from '../scene/expectedEdges.ts';
import { isForest } from '../scene/forest.ts';
import { sceneOf } from '../scene/scene.ts';
import { itemOf, planObjectsOf } from './canvasDiagram.ts';

/** Layout and direction of a diagram, and which of the ways of the layout to draw it. */
export type DiagramKind = Pick<PlanHeader, 'layout' | 'direction'> & Pick<PartialDiagram, 'style'>;

/** The kinds of diagram that a canvas may show, the likeliest first. There is at least one. */
export function diagramKinds(objects: readonly CanvasObject[]): DiagramKind[] {
  const connectors = objects.filter(isConnector);
  const boxes = objects.filter(isBox);
  if (connectors.length === 0) return [{ layout: layoutWithoutConnectors(boxes), direction: null }];
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
  const places = new Map(boxes.map((box) => [box.id, centreOf(box)]));
  const down = connectors.filter(({ fromId, toId }) => {
    const [from, to] = [places.get(fromId), places.get(toId)];
    return from !== undefined && to !== undefined && Math.abs(to.y - from.y) > Math.abs(to.x - from.x);
  });
  return down.length * 2 > connectors.length ? ['down', 'right'] : ['right', 'down'];
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

function layoutWithoutConnectors(boxes: readonly BoxObject[]): DiagramKind['layout'] {
  const frames = boxes.filter((box): box is Frame => box.kind === 'FRAME' && box.parentId === null);
  if (frames.length === 0) return 'grid';
  const slots = new Set(frames.map(slotOf));
  if (frames.length === 4 && slots.size === 4 && !slots.has(null)) return 'swot';
  return isOneRow(frames) ? 'kanban' : 'grid';
}

function slotOf(frame: Frame) {
  const item = itemOf(frame);
  return item.type === 'frame' ? swotSlotOf(item) : null;
}

/** Whether the frames stand side by side, or in no order at all: one over another. */
function isOneRow(frames: readonly Frame[]): boolean {
  const sorted = frames.toSorted((a, b) => a.x - b.x);
  return sorted.every((frame, at) => {
    const left = sorted[at - 1];
    return left === undefined || frame.y < left.y + left.height;
  });
}
