import { middleOf, type Point } from '../../../../src/canvas/model/geometry.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import type { CanvasObject } from '../../scene/object.ts';

/** Where a mark of an object goes: a corner of a box, the middle of a connector. */
export function markPlace(object: CanvasObject, corner: 'left' | 'right'): Point {
  if (!isBox(object)) return middleOf(object.points);
  return { x: corner === 'left' ? object.x : object.x + object.width, y: object.y };
}

/** The style that puts a mark there, in a `SceneLayer`. */
export function placeStyle({ x, y }: Point): { left: string; top: string } {
  return { left: `${x}px`, top: `${y}px` };
}
