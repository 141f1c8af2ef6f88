import { textIdOf } from '../../scene/excalidraw.ts';
import { palette } from '../../scene/palette.ts';
import { type FileElement, readElements } from './fileElement.ts';
import { nearestColor } from './nearestColor.ts';

/** Distance in pixels from an end of an arrow to the shape that it points at. */
const reach = 24;

/**
 * The elements of an `.excalidraw` file as this app draws them: frames as rectangles with a title, colors of the
 * palette, and arrows bound to the shapes that they point at.
 */
export function normaliseElements(content: unknown): FileElement[] {
  const elements = readElements(content);
  const boxes = elements.filter(({ type }) => isBoxType.has(type));
  return elements.flatMap((element) => {
    if (element.type === 'frame' || element.type === 'magicframe') return frameElements(element);
    if (element.type === 'arrow') return element.points.length < 2 ? [] : bound(element, boxes);
    return painted(element);
  });
}

const isBoxType = new Set(['rectangle', 'ellipse', 'diamond', 'text', 'frame', 'magicframe']);

/** A frame is drawn as a rectangle with a text in it. */
function frameElements(frame: FileElement): FileElement[] {
  const title = frame.name;
  const { frameFill, frameStroke } = palette.NEUTRAL;
  const box = { ...frame, type: 'rectangle', strokeColor: frameStroke, backgroundColor: frameFill };
  const text = { ...frame, type: 'text', id: textIdOf(frame.id), containerId: frame.id, text: title };
  return title === '' ? [box] : [box, { ...text, originalText: title, fontSize: 16 }];
}

function painted(element: FileElement): FileElement {
  const { type, strokeColor, backgroundColor } = element;
  if (type === 'text') return { ...element, strokeColor: palette[nearestColor(strokeColor)].text };
  const isEmpty = backgroundColor === 'transparent';
  const color = nearestColor(isEmpty ? strokeColor : backgroundColor);
  return { ...element, backgroundColor: palette[color].fill, strokeColor: palette[color].stroke };
}

/** Hand-drawn arrows often end near a shape without being bound to it. */
function bound(arrow: FileElement, boxes: readonly FileElement[]): FileElement {
  const [first, last] = [arrow.points[0], arrow.points.at(-1)];
  const at = (point: readonly [number, number] = [0, 0]) =>
    boxAt(arrow.x + point[0], arrow.y + point[1], boxes);
  return {
    ...arrow,
    strokeColor: palette[nearestColor(arrow.strokeColor)].stroke,
    startBinding: arrow.startBinding ?? at(first),
    endBinding: arrow.endBinding ?? at(last),
  };
}

/** The smallest box at a place, or near it. */
function boxAt(x: number, y: number, boxes: readonly FileElement[]): { elementId: string } | null {
  const hits = boxes.filter(
    (box) =>
      box.containerId === null &&
      x >= box.x - reach &&
      x <= box.x + box.width + reach &&
      y >= box.y - reach &&
      y <= box.y + box.height + reach,
  );
  const [nearest] = hits.toSorted((one, other) => one.width * one.height - other.width * other.height);
  return nearest === undefined ? null : { elementId: nearest.id };
}
