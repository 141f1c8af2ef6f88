import { frameAround } from '../../../../src/canvas/model/frameContents.ts';
import { type Box, overlaps } from '../../../../src/canvas/model/geometry.ts';
import { isBox } from '../../../../src/canvas/model/objectKinds.ts';
import { routeAround } from '../../../../src/canvas/model/routes/routeAround.ts';
import type { BoxObject, CanvasObject, Connector, Shape } from '../../scene/object.ts';
import type { Tool } from '../editor/tools.ts';

/** A tool for an object that is placed by a key. */
export type PlacingTool = Exclude<Tool, 'select' | 'move' | 'arrow'>;

const SIZES: Record<PlacingTool, { width: number; height: number }> = {
  rectangle: { width: 160, height: 80 },
  ellipse: { width: 160, height: 80 },
  diamond: { width: 160, height: 120 },
  sticky: { width: 160, height: 160 },
  text: { width: 120, height: 24 },
  frame: { width: 480, height: 320 },
};
const SHAPES = {
  rectangle: 'RECTANGLE',
  ellipse: 'ELLIPSE',
  diamond: 'DIAMOND',
  sticky: 'STICKY',
  text: 'TEXT',
} as const satisfies Record<Exclude<PlacingTool, 'frame'>, Shape['shape']>;

const GAP = 32;
/** Places that are tried before objects may overlap. */
const TRIES = 40;

export function isPlacing(tool: Tool): tool is PlacingTool {
  return tool in SIZES;
}

/** A new object in the middle of the view or, where others are, to the right of them. `text`: of a text. */
export function newObject(
  tool: PlacingTool,
  id: string,
  view: Box,
  objects: readonly CanvasObject[],
  text: string,
): BoxObject {
  const place = freePlace(middleOf(view, SIZES[tool]), objects.filter(isBox));
  const zIndexes = objects.map(({ zIndex }) => zIndex);
  const base = { id, ...place, locked: false, parentId: frameAround({ id, ...place }, objects) };
  if (tool === 'frame') {
    return {
      ...base,
      __typename: 'Frame',
      zIndex: Math.min(0, ...zIndexes) - 1,
      title: '',
      color: 'NEUTRAL',
    };
  }
  const words = tool === 'text' ? text : '';
  return {
    ...base,
    ...{ __typename: 'Shape', shape: SHAPES[tool], zIndex: Math.max(-1, ...zIndexes) + 1 },
    ...{ text: words, lines: words === '' ? [] : [words], fontSize: 16 },
    color: tool === 'sticky' ? 'YELLOW' : 'NEUTRAL',
  };
}

/** A new arrow between two boxes, led around what lies between them; null when one of them is no box. */
export function newConnector(
  id: string,
  fromId: string,
  toId: string,
  objects: readonly CanvasObject[],
): Connector | null {
  const find = (wanted: string) => objects.find((object) => object.id === wanted);
  const [from, to] = [find(fromId), find(toId)];
  if (!isBox(from) || !isBox(to)) return null;
  return {
    ...{ __typename: 'Connector', id, fromId, toId, points: routeAround(from, to, objects) },
    ...{ zIndex: Math.max(...objects.map(({ zIndex }) => zIndex)) + 1, locked: false, color: 'NEUTRAL' },
    ...{ style: 'SOLID', arrowhead: true, startArrowhead: false, label: null, labelAt: null },
  };
}

function middleOf(view: Box, { width, height }: { width: number; height: number }): Box {
  const [x, y] = [view.x + (view.width - width) / 2, view.y + (view.height - height) / 2];
  return { x: Math.round(x), y: Math.round(y), width, height };
}

/** The place, or the next one to its right that covers no shape. */
function freePlace(place: Box, boxes: readonly BoxObject[]): Box {
  const shapes = boxes.filter(({ __typename }) => __typename === 'Shape');
  let free = place;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const covered = shapes.find((shape) => overlaps(shape, free));
    if (!covered) return free;
    free = { ...free, x: covered.x + covered.width + GAP };
  }
  return place;
}
