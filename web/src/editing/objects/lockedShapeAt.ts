import type { AppState } from '@excalidraw/excalidraw/types';
import { compareDrawingOrder, isBox } from '../../../../src/canvas/model/objectKinds.ts';
import type { CanvasObject, Shape } from '../../scene/object.ts';

type View = Pick<AppState, 'offsetLeft' | 'offsetTop' | 'scrollX' | 'scrollY'> & { zoom: { value: number } };
type Place = { clientX: number; clientY: number };

/** The shape that is in front at a place of the window, if it is locked. */
export function lockedShapeAt(
  objects: readonly CanvasObject[],
  view: View,
  { clientX, clientY }: Place,
): Shape | null {
  const x = (clientX - view.offsetLeft) / view.zoom.value - view.scrollX;
  const y = (clientY - view.offsetTop) / view.zoom.value - view.scrollY;
  const front = objects
    .filter(isBox)
    .filter((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    .toSorted(compareDrawingOrder)
    .at(-1);
  return front?.__typename === 'Shape' && front.locked ? front : null;
}
