import type { BoxObject, CanvasObject } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import { groupsOf } from './components.ts';

/** The parts of a canvas that hold some boxes: everything that connectors and frames hold together with them. */
export function connectedTo(objects: readonly CanvasObject[], ids: ReadonlySet<string>): CanvasObject[] {
  const nameOf = connectedParts(objects);
  const names = new Set([...ids].map(nameOf));
  return objects.filter((object) => names.has(nameOf(isBox(object) ? object.id : object.fromId)));
}

/** Names for the parts of a canvas that connectors and frames hold together, by the ids of their boxes. */
function connectedParts(objects: readonly CanvasObject[]): (id: string) => string {
  const boxes = objects.filter(isBox);
  const groups = groupsOf(boxes.map(({ id }) => id));
  const present = new Set(boxes.map(({ id }) => id));
  for (const { id, parentId } of boxes)
    if (parentId !== null && present.has(parentId)) groups.join(id, parentId);
  for (const { fromId, toId } of objects.filter(isConnector)) groups.join(fromId, toId);
  return groups.nameOf;
}

/** Outermost boxes, those together that connectors join at any depth. */
export function groupsAtRoot(objects: readonly CanvasObject[]): BoxObject[][] {
  const nameOf = connectedParts(objects);
  const roots = objects.filter(isBox).filter(({ parentId }) => parentId === null);
  return [...Map.groupBy(roots, ({ id }) => nameOf(id)).values()];
}
