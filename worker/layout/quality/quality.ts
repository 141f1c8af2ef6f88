import {
  type Box,
  contains,
  crosses,
  inflate,
  intersect,
  overlaps,
  segmentsOf,
} from '../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject, Connector, Shape } from '../../../src/canvas/model/object.ts';
import { isBox, isConnector } from '../../../src/canvas/model/objectKinds.ts';
import { distanceToOutline, outlineOf } from '../../../src/canvas/model/routes/outline.ts';
import { textWidth } from '../../../src/canvas/text/font.ts';
import { textArea } from '../../../src/canvas/text/sizing.ts';
import { linesSize } from '../../../src/canvas/text/wrap.ts';
import { extentOfAll } from '../insertion/stage/beside.ts';
import { FRAME_TITLE_HEIGHT } from '../scene/block.ts';
import { labelBox } from '../scene/labels.ts';

/** Measured layout quality of a canvas: counts of visible faults, where 0 is best, and dimensions. */
export type Quality = {
  /** Pairs of shapes or frames in the same frame that overlap. */
  siblingOverlaps: number;
  /** Pairs of siblings closer than 24 px, but for compartments of one width on each other. */
  tightGaps: number;
  /** Shapes whose text exceeds the area that Excalidraw has for it, or lacks a word. */
  textOutside: number;
  /** Connectors that pass through a shape that is not one of their ends. */
  connectorsThroughShapes: number;
  /** Connectors with a missing end, or with fewer than two points. */
  danglingConnectors: number;
  /** Connector ends more than 4 px from the outline of their object. */
  looseEnds: number;
  /** Shapes and frames that exceed their parent frame, or overlap its title. */
  childrenOutside: number;
  /** Labels that overlap shapes, frame titles or other labels. */
  labelOverlaps: number;
  /** Pairs of connectors without a common end that overlap for more than 8 px. */
  sharedPieces: number;
  /** Places where two connectors cross. */
  crossings: number;
  /** Bends of all connectors. */
  bends: number;
  /** Total length of all connectors, in pixels. */
  connectorLength: number;
  /** Size of the whole canvas, in pixels. */
  width: number;
  height: number;
  /** Width divided by height; 1 for an empty canvas. */
  aspectRatio: number;
};

const LEAST_GAP = 24;
const LARGEST_END_DISTANCE = 4;

const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((first, index) => items.slice(index + 1).map((second): [T, T] => [first, second]));

const count = <T>(items: readonly T[], isFault: (item: T) => boolean): number => items.filter(isFault).length;

function textLeaves(shape: Shape): boolean {
  const room = textArea(shape.shape, shape);
  const size = linesSize(shape.lines, shape.fontSize);
  const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');
  return (
    size.width > room.width || size.height > room.height || bare(shape.lines.join('')) !== bare(shape.text)
  );
}

const areStacked = (a: Box, b: Box): boolean =>
  a.x === b.x && a.width === b.width && (a.y + a.height === b.y || b.y + b.height === a.y);

const outlineDistance = (object: BoxObject, point: { x: number; y: number } | undefined): number =>
  point
    ? distanceToOutline(outlineOf(object.kind === 'FRAME' ? 'FRAME' : object.shape), object, point)
    : Infinity;

function looseEndsOf(connector: Connector, byId: ReadonlyMap<string, BoxObject>): number {
  const ends = [
    [byId.get(connector.fromId), connector.points[0]],
    [byId.get(connector.toId), connector.points.at(-1)],
  ] as const;
  return count(ends, ([object, point]) => !object || outlineDistance(object, point) > LARGEST_END_DISTANCE);
}

function leavesFrame(child: BoxObject, byId: ReadonlyMap<string, BoxObject>): boolean {
  if (child.parentId === null) return false;
  const parent = byId.get(child.parentId);
  if (parent?.kind !== 'FRAME') return true;
  const inside = { ...parent, y: parent.y + FRAME_TITLE_HEIGHT, height: parent.height - FRAME_TITLE_HEIGHT };
  return !contains(inside, child);
}

const passesThrough = (connector: Connector, shapes: readonly Shape[]): boolean =>
  shapes.some(
    (shape) =>
      shape.id !== connector.fromId &&
      shape.id !== connector.toId &&
      segmentsOf(connector.points).some((piece) => crosses(piece, inflate(shape, -0.5))),
  );

function labelFaults(connectors: readonly Connector[], boxed: readonly BoxObject[]): number {
  const labels = connectors.flatMap((each) => labelBox(each.label, each.labelAt) ?? []);
  const solid: Box[] = boxed.map((each) =>
    each.kind === 'FRAME'
      ? {
          x: each.x + 12,
          y: each.y + 10,
          width: Math.min(each.width - 24, textWidth(each.title, 16) + 8),
          height: 26,
        }
      : each,
  );
  const onSolid = count(labels, (label) => solid.some((box) => overlaps(label, box)));
  return onSolid + count(pairsOf(labels), ([a, b]) => overlaps(a, b));
}

/** Length that two straight pieces have in common, both horizontal or both vertical. */
function sharedLength(
  a: readonly { x: number; y: number }[],
  b: readonly { x: number; y: number }[],
): number {
  const [[a1, a2], [b1, b2]] = [a, b];
  if (!a1 || !a2 || !b1 || !b2) return 0;
  for (const [along, across] of [
    ['x', 'y'],
    ['y', 'x'],
  ] as const) {
    if (a1[across] !== a2[across] || b1[across] !== b2[across] || a1[across] !== b1[across]) continue;
    const low = Math.max(Math.min(a1[along], a2[along]), Math.min(b1[along], b2[along]));
    const high = Math.min(Math.max(a1[along], a2[along]), Math.max(b1[along], b2[along]));
    return high - low;
  }
  return 0;
}

/** Connectors that part from, or meet at, one object may share a trunk. */
const haveCommonEnd = (a: Connector, b: Connector): boolean =>
  [a.fromId, a.toId].some((id) => id === b.fromId || id === b.toId);

const sharedPiecesOf = (connectors: readonly Connector[]): number =>
  count(
    pairsOf(connectors.filter((each) => each.arrowhead)),
    ([a, b]) =>
      !haveCommonEnd(a, b) &&
      segmentsOf(a.points).some((first) =>
        segmentsOf(b.points).some((second) => sharedLength(first, second) > 8),
      ),
  );

const crossingsOf = (connectors: readonly Connector[]): number =>
  pairsOf(connectors.map(({ points }) => segmentsOf(points))).reduce(
    (sum, [a, b]) => sum + a.reduce((own, first) => own + count(b, (second) => intersect(first, second)), 0),
    0,
  );

const lengthOf = (connectors: readonly Connector[]): number =>
  connectors
    .flatMap(({ points }) => segmentsOf(points))
    .reduce((sum, [from, to]) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0);

/** Measures the layout quality of a canvas. */
export function measureQuality(objects: readonly CanvasObject[]): Quality {
  const connectors = objects.filter(isConnector);
  const boxed = objects.filter(isBox);
  const shapes = boxed.filter((object) => object.kind === 'SHAPE');
  const byId = new Map(boxed.map((object) => [object.id, object]));
  const siblings = [...Map.groupBy(boxed, (object) => object.parentId).values()].flatMap(pairsOf);
  const extent = extentOfAll(objects);
  return {
    siblingOverlaps: count(siblings, ([a, b]) => overlaps(a, b)),
    // The half pixel is for positions that are not whole.
    tightGaps: count(siblings, ([a, b]) => overlaps(inflate(a, LEAST_GAP - 0.5), b) && !areStacked(a, b)),
    textOutside: count(shapes, textLeaves),
    connectorsThroughShapes: count(connectors, (each) => passesThrough(each, shapes)),
    danglingConnectors: count(
      connectors,
      ({ fromId, toId, points }) => !byId.has(fromId) || !byId.has(toId) || points.length < 2,
    ),
    looseEnds: connectors.reduce((sum, each) => sum + looseEndsOf(each, byId), 0),
    childrenOutside: count(boxed, (object) => leavesFrame(object, byId)),
    labelOverlaps: labelFaults(connectors, boxed),
    sharedPieces: sharedPiecesOf(connectors),
    crossings: crossingsOf(connectors),
    bends: connectors.reduce((sum, { points }) => sum + Math.max(0, points.length - 2), 0),
    connectorLength: Math.round(lengthOf(connectors)),
    width: extent?.width ?? 0,
    height: extent?.height ?? 0,
    aspectRatio: extent ? extent.width / extent.height : 1,
  };
}
