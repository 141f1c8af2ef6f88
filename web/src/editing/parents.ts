import { type Box, centreOf } from '../../../src/canvas/model/geometry.ts';
import type { CanvasObject, Frame } from '../canvas/object.ts';

/** The smallest frame that the middle of a box lies in, other than itself and those that lie in it; or null. */
export function frameAround(box: Box & { id: string }, objects: readonly CanvasObject[]): string | null {
  const inside = new Set(contentsOf(box.id, objects));
  const { x, y } = centreOf(box);
  const around = objects.filter(
    (object): object is Frame =>
      object.__typename === 'Frame' &&
      object.id !== box.id &&
      !inside.has(object.id) &&
      object.width * object.height > box.width * box.height &&
      x >= object.x &&
      x <= object.x + object.width &&
      y >= object.y &&
      y <= object.y + object.height,
  );
  around.sort((a, b) => a.width * a.height - b.width * b.height);
  return around[0]?.id ?? null;
}

/** Everything in a frame, also in frames inside it, with the connectors between these things. */
export function contentsOf(frameId: string, objects: readonly CanvasObject[]): string[] {
  const found = new Set([frameId]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const object of objects) {
      if (object.__typename !== 'Connector' && object.parentId && found.has(object.parentId)) {
        found.add(object.id);
      }
    }
  }
  for (const object of objects) {
    if (object.__typename !== 'Connector') continue;
    if (
      object.fromId !== frameId &&
      object.toId !== frameId &&
      found.has(object.fromId) &&
      found.has(object.toId)
    )
      found.add(object.id);
  }
  found.delete(frameId);
  return [...found];
}
