import { type Box, centreOf } from './geometry.ts';
import { type AnyBox, type AnyObject, isBox, isConnector } from './objectKinds.ts';

/** Ids of the boxes in a frame, at any depth. */
export function boxesIn(frameId: string, objects: readonly AnyObject[]): Set<string> {
  const children = Map.groupBy(objects.filter(isBox), ({ parentId }) => parentId);
  const found = new Set<string>();
  const visit = (parentId: string) => {
    for (const { id } of children.get(parentId) ?? []) {
      if (id === frameId || found.has(id)) continue;
      found.add(id);
      visit(id);
    }
  };
  visit(frameId);
  return found;
}

/** Ids of the boxes in a frame, at any depth, and of the connectors among these. */
export function contentsOf(frameId: string, objects: readonly AnyObject[]): string[] {
  const boxes = boxesIn(frameId, objects);
  const inside = objects
    .filter(isConnector)
    .filter(({ fromId, toId }) => boxes.has(fromId) && boxes.has(toId));
  return [...boxes, ...inside.map(({ id }) => id)];
}

/**
 * Id of the smallest frame around the centre of a box, other than itself and those in it; null: there is none. Of equal
 * ones, it is the first.
 */
export function frameAround(box: Box & { id: string }, objects: readonly AnyObject[]): string | null {
  const inside = boxesIn(box.id, objects);
  const { x, y } = centreOf(box);
  const around = objects.filter(
    (object): object is AnyBox =>
      'title' in object &&
      isBox(object) &&
      object.id !== box.id &&
      !inside.has(object.id) &&
      areaOf(object) > areaOf(box) &&
      x >= object.x &&
      x <= object.x + object.width &&
      y >= object.y &&
      y <= object.y + object.height,
  );
  return around.toSorted((a, b) => areaOf(a) - areaOf(b))[0]?.id ?? null;
}

const areaOf = ({ width, height }: Box): number => width * height;
