import {
  type Box,
  boundsOf,
  crosses,
  inflate,
  overlaps,
  type Point,
  segmentsOf,
} from '../../../src/canvas/model/geometry.ts';
import { countCrossings } from './crossings.ts';
import type { Picture, PictureBox, PictureLine } from './picture.ts';
import { againstDirection } from './readingDirection.ts';

/** How well a picture reads. Counts are of faults: 0 is best. */
export type Geometry = {
  /** Pairs of connectors that lie on each other for more than a stub, also at a common end. */
  onEachOther: number;
  /** Of these, pairs without labels that part from or meet at one object: a trunk that splits up. */
  trunks: number;
  /** Places where connectors cross, see `countCrossings`. */
  crossings: number;
  /** Connectors through shapes that they don't join. */
  throughShapes: number;
  /** Connectors through frames that hold neither end. */
  throughFrames: number;
  /** Arrows against the reading direction that are no part of a cycle, and don't lead to the next line. */
  againstDirection: number;
  /** Labels over shapes or other labels. */
  labelOverlaps: number;
  /** Total length of connectors in pixels. */
  length: number;
  /** The same in parts of the mean size of a shape, its width and height together. */
  relativeLength: number;
  /** The same, of what connectors cover along both axes: for one at right angles it is its length. */
  lengthAlongAxes: number;
  /** Size in pixels of the smallest text when everything fits into a view of 1400 by 800; texts are never enlarged. */
  textWhenFitted: number;
};

const view = { width: 1_400, height: 800 };
/** A stub: what connectors have in common at an end at most, in pixels. */
const stub = 24;

/** Measures a picture. */
export function measureGeometry(picture: Picture): Geometry {
  const { lines } = picture;
  const shapes = picture.boxes.filter(({ isFrame }) => !isFrame);
  const bounds = boundsOf([...picture.boxes, ...lines.flatMap(({ points }) => points.map(pointBox))]);
  const scale = bounds === null ? 1 : Math.min(1, view.width / bounds.width, view.height / bounds.height);
  const length = sumOf(lines, ({ points }) => lengthOf(points, Math.hypot));
  const shapeSize = sumOf(shapes, ({ width, height }) => width + height) / Math.max(1, shapes.length);
  const lengthAlongAxes = sumOf(lines, ({ points }) => lengthOf(points, (x, y) => Math.abs(x) + Math.abs(y)));
  const shared = pairsOf(lines).filter(([a, b]) => sharedLength(a, b) > stub);
  return {
    onEachOther: shared.length,
    trunks: shared.filter(isTrunk).length,
    crossings: countCrossings(lines.map(({ points }) => points)),
    throughShapes: lines.filter((line) => shapes.some((shape) => isThrough(line, shape))).length,
    throughFrames: lines.filter((line) => isThroughForeignFrame(line, picture.boxes)).length,
    againstDirection: againstDirection(picture),
    labelOverlaps: labelOverlaps(lines, shapes),
    length: Math.round(length),
    relativeLength: length / Math.max(1, shapeSize),
    lengthAlongAxes: lengthAlongAxes / Math.max(1, shapeSize),
    textWhenFitted: picture.fontSize * scale,
  };
}

const pointBox = ({ x, y }: Point): Box => ({ x, y, width: 0, height: 0 });

const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((first, at) => items.slice(at + 1).map((second): [T, T] => [first, second]));

const sumOf = <T>(items: readonly T[], measure: (item: T) => number): number =>
  items.reduce((sum, item) => sum + measure(item), 0);

const lengthOf = (points: readonly Point[], distance: (x: number, y: number) => number): number =>
  sumOf(segmentsOf(points), ([from, to]) => distance(to.x - from.x, to.y - from.y));

/** Lines nearer than this are drawn as one. */
const thickness = 2;

/** Length that two lines have in common, over all pairs of their straight pieces. */
function sharedLength(a: PictureLine, b: PictureLine): number {
  let length = 0;
  for (const first of segmentsOf(a.points))
    for (const second of segmentsOf(b.points)) length += collinearLength(first, second);
  return length;
}

function collinearLength([a, b]: [Point, Point], [c, d]: [Point, Point]): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 1) return 0;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const away = ({ x, y }: Point) => Math.abs((x - a.x) * uy - (y - a.y) * ux);
  if (away(c) > thickness || away(d) > thickness) return 0;
  const along = ({ x, y }: Point) => (x - a.x) * ux + (y - a.y) * uy;
  const [from, to] = [along(c), along(d)].toSorted((x, y) => x - y) as [number, number];
  return Math.max(0, Math.min(length, to) - Math.max(0, from));
}

function isTrunk([a, b]: [PictureLine, PictureLine]): boolean {
  return !a.isLabelled && !b.isLabelled && (a.fromId === b.fromId || a.toId === b.toId);
}

function isThrough({ fromId, toId, points }: PictureLine, shape: PictureBox): boolean {
  if (shape.id === fromId || shape.id === toId) return false;
  return segmentsOf(points).some((piece) => crosses(piece, inflate(shape, -2)));
}

function isThroughForeignFrame(line: PictureLine, boxes: readonly PictureBox[]): boolean {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const around = new Set<string>();
  for (const end of [line.fromId, line.toId])
    for (let id: string | null = end; id !== null && !around.has(id); id = byId.get(id)?.parentId ?? null)
      around.add(id);
  // Between a frame and what lies in another one, the frames within the first are its contents.
  const isInside = (box: PictureBox) =>
    box.parentId !== null && (box.parentId === line.fromId || box.parentId === line.toId);
  return boxes.some(
    (box) =>
      box.isFrame &&
      !around.has(box.id) &&
      !isInside(box) &&
      isThrough(line, box) &&
      !crossesLane(line, box, boxes),
  );
}

/**
 * Whether a line passes straight across a lane, that is, one of several frames side by side of one length: what leads
 * from one lane to another has to cross those between.
 */
function crossesLane({ points }: PictureLine, lane: PictureBox, boxes: readonly PictureBox[]): boolean {
  const { x, y, width, height } = lane;
  const others = boxes.filter((box) => box.isFrame && box !== lane);
  const isRow = width > height && others.some((box) => box.x === x && box.width === width);
  const isColumn = height > width && others.some((box) => box.y === y && box.height === height);
  const inside = segmentsOf(points).filter((piece) => crosses(piece, inflate(lane, -2)));
  return inside.every(([a, b]) =>
    isRow
      ? a.x === b.x && Math.min(a.y, b.y) <= y && Math.max(a.y, b.y) >= y + height
      : isColumn && a.y === b.y && Math.min(a.x, b.x) <= x && Math.max(a.x, b.x) >= x + width,
  );
}

function labelOverlaps(lines: readonly PictureLine[], shapes: readonly PictureBox[]): number {
  const labels = lines.flatMap(({ label }) => (label === null ? [] : [inflate(label, -1)]));
  const onShapes = labels.filter((label) => shapes.some((shape) => overlaps(label, shape))).length;
  return onShapes + pairsOf(labels).filter(([a, b]) => overlaps(a, b)).length;
}
