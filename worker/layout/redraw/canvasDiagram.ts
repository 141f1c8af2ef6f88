import type { Size } from '../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject, Connector } from '../../../src/canvas/model/object.ts';
import { compareDrawingOrder, isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import type { Diagram, PlanEdge, PlanShape } from '../../../src/canvas/model/plan.ts';
import { swotSlotOf } from '../diagrams/swot.ts';
import type { Item } from '../scene/scene.ts';

const SHAPES: Record<Extract<BoxObject, { kind: 'SHAPE' }>['shape'], PlanShape> = {
  RECTANGLE: 'rect',
  ELLIPSE: 'ellipse',
  DIAMOND: 'diamond',
  STICKY: 'sticky',
  TEXT: 'text',
};

/** A frame or shape of a canvas as a plan gives it, under its own id. */
export function itemOf(object: BoxObject): Item {
  if (object.kind === 'SHAPE') {
    const { id, text, color, parentId: parent } = object;
    return { type: 'node', id, shape: SHAPES[object.shape], text, color, parent, order: null };
  }
  const frame = { type: 'frame', id: object.id, title: object.title, parent: object.parentId } as const;
  return { ...frame, slot: swotSlotOf({ ...frame, slot: null }) };
}

export function edgeOf({ id, fromId, toId, label, style }: Connector): PlanEdge {
  return { type: 'edge', id, from: fromId, to: toId, label, style: style === 'DASHED' ? 'dashed' : 'solid' };
}

/**
 * A canvas as the plan of a diagram. Objects come in drawing order, which is the order of the plan that they were laid
 * out from; what a frame holds without connectors comes in reading order.
 */
export function planObjectsOf(objects: readonly CanvasObject[]): Diagram['objects'] {
  const ordered = objects.toSorted(compareDrawingOrder);
  const connectors = ordered.filter(isConnector);
  const joined = new Set(connectors.flatMap(({ fromId, toId }) => [fromId, toId]));
  const boxes = ordered.filter(isBox);
  const isCard = (box: BoxObject) => box.parentId !== null && !joined.has(box.id);
  const cards = boxes.filter(isCard).toSorted((a, b) => a.y - b.y || a.x - b.x);
  const others = boxes.filter((box) => !isCard(box));
  return [...[...others, ...cards].map(itemOf), ...connectors.map(edgeOf)];
}

/** The sizes of the shapes of a canvas, in pixels, by their ids. */
export function shapeSizes(objects: readonly CanvasObject[]): Map<string, Size> {
  return new Map(
    objects.flatMap((object) =>
      object.kind === 'SHAPE' ? [[object.id, { width: object.width, height: object.height }] as const] : [],
    ),
  );
}
