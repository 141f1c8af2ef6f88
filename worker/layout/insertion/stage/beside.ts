import { type Box, boundsOf } from '../../../../src/canvas/model/geometry.ts';
import type { CanvasObject } from '../../../../src/canvas/model/object.ts';
import { translate } from '../../../../src/canvas/model/translate.ts';
import { labelBox } from '../../scene/labels.ts';
import { misproportion } from '../../scene/packing.ts';

/** Free room in pixels between what was there and what comes new. */
const ROOM = 80;

/** Boxes that hold an object: for a connector those of its points and its label. */
function extentOf(object: CanvasObject): Box[] {
  if (object.kind !== 'CONNECTOR') return [object];
  const label = labelBox(object.label, object.labelAt);
  const points = object.points.map((point) => ({ ...point, width: 0, height: 0 }));
  return label ? [...points, label] : points;
}

/** The bounding box of all objects and their labels in pixels, or null if there are none. */
export function extentOfAll(objects: readonly CanvasObject[]): Box | null {
  return boundsOf(objects.flatMap(extentOf));
}

/**
 * Moves new objects as one group to the right of the existing objects or below them, whichever gives the canvas better
 * proportions, at least 80 px away. On an empty canvas they stay where they are.
 */
export function placeBeside(
  objects: readonly CanvasObject[],
  existing: readonly CanvasObject[],
): CanvasObject[] {
  const [own, taken] = [extentOfAll(objects), extentOfAll(existing)];
  if (!own || !taken) return [...objects];
  const right = { width: taken.width + ROOM + own.width, height: Math.max(taken.height, own.height) };
  const below = { width: Math.max(taken.width, own.width), height: taken.height + ROOM + own.height };
  const corner =
    misproportion(right) <= misproportion(below)
      ? { x: Math.ceil(taken.x + taken.width + ROOM), y: Math.round(taken.y) }
      : { x: Math.round(taken.x), y: Math.ceil(taken.y + taken.height + ROOM) };
  const by = { x: corner.x - Math.floor(own.x), y: corner.y - Math.floor(own.y) };
  return objects.map((object) => translate(object, by));
}
