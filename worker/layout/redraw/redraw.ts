import type { Point } from '../../../src/canvas/model/geometry.ts';
import type { BoxObject, CanvasObject } from '../../../src/canvas/model/object.ts';
import { isBox } from '../../../src/canvas/model/objectKinds.ts';
import type { Diagram } from '../../../src/canvas/model/plan.ts';
import { translate } from '../../../src/canvas/model/translate.ts';
import { layOutDiagram, placeDiagram } from '../layOutDiagram.ts';
import { planObjectsOf, shapeSizes } from './canvasDiagram.ts';
import { type DiagramKind, diagramKinds } from './diagramKinds.ts';

/** Distance in pixels up to which two places are the same. */
const TOLERANCE = 1;

/** Lays out objects of a canvas, with others that are new, as a diagram of its own. Shapes of the canvas keep their sizes. */
export function layOutObjects(
  existing: readonly CanvasObject[],
  kind: DiagramKind,
  objects: Diagram['objects'] = planObjectsOf(existing),
): Promise<CanvasObject[]> {
  return layOutDiagram({ ...kind, objects, sizes: shapeSizes(existing) });
}

/** Objects of a diagram up to which it is laid out in several ways to find its kind, which takes seconds for a large one. */
const MOST_OBJECTS = 120;

/**
 * The kind of a diagram whose objects are where its layout puts them; null if somebody has arranged them, or if it is
 * too large to find out.
 */
export async function findKind(objects: readonly CanvasObject[]): Promise<DiagramKind | null> {
  if (objects.length > MOST_OBJECTS) return null;
  const plan = { objects: planObjectsOf(objects), sizes: shapeSizes(objects) };
  for (const kind of diagramKinds(objects)) {
    const { block } = await placeDiagram({ ...kind, ...plan });
    if (isMovedAsOne(objects, block.boxes)) return kind;
  }
  return null;
}

/** Whether all boxes have the same way from one place to the other. */
function isMovedAsOne(from: readonly CanvasObject[], places: ReadonlyMap<string, Point>): boolean {
  const ways = waysBetween(from, places);
  const [first] = ways;
  return (
    first !== undefined &&
    ways.every(
      ({ by }) => Math.abs(by.x - first.by.x) <= TOLERANCE && Math.abs(by.y - first.by.y) <= TOLERANCE,
    )
  );
}

type Way = { box: BoxObject; by: Point };

/** How far the boxes that are in both have moved, in the order of `from`. */
function waysBetween(from: readonly CanvasObject[], places: ReadonlyMap<string, Point>): Way[] {
  return from.filter(isBox).flatMap((box) => {
    const place = places.get(box.id);
    return place === undefined ? [] : [{ box, by: { x: place.x - box.x, y: place.y - box.y } }];
  });
}

/**
 * Puts a new layout where as few boxes as possible move; of a diagram that is read in one direction, where it begins.
 */
export function anchored(
  laidOut: readonly CanvasObject[],
  before: readonly CanvasObject[],
  { layout }: DiagramKind,
): CanvasObject[] {
  const ways = waysBetween(before, new Map(laidOut.filter(isBox).map((box) => [box.id, box])));
  const isRead = layout !== 'tree' && layout !== 'mindmap';
  const by = isRead ? firstOf(ways) : commonestOf(ways);
  return by === null ? [...laidOut] : laidOut.map((object) => translate(object, { x: -by.x, y: -by.y }));
}

function firstOf(ways: readonly Way[]): Point | null {
  const [first] = ways.toSorted((a, b) => a.box.x + a.box.y - (b.box.x + b.box.y));
  return first?.by ?? null;
}

function commonestOf(ways: readonly Way[]): Point | null {
  const groups = Map.groupBy(ways, ({ by }) => `${Math.round(by.x)} ${Math.round(by.y)}`);
  const [most] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  return most?.[0]?.by ?? null;
}

/** Most boxes for which all pairs are compared. */
const MOST_COMPARED = 400;

/** Whether what stood in one row or column still stands in that order: people find their way about by it. */
export function keepsOrder(before: readonly CanvasObject[], after: readonly CanvasObject[]): boolean {
  const now = new Map(after.filter(isBox).map((box) => [box.id, box]));
  const pairs = before.filter(isBox).flatMap((box) => {
    const moved = now.get(box.id);
    return moved === undefined ? [] : [[box, moved] as const];
  });
  if (pairs.length > MOST_COMPARED) return false;
  return pairs.every(([a, movedA], at) =>
    pairs
      .slice(at + 1)
      .every(([b, movedB]) => isKept([a, b], [movedA, movedB]) && isKept([b, a], [movedB, movedA])),
  );
}

type Pair = readonly [BoxObject, BoxObject];

/** Whether the first of a pair still comes before the second in their row or column, if it did. */
function isKept(before: Pair, after: Pair): boolean {
  return (
    (!isAhead(before, 'x', 'width') || isClearlyAhead(after, 'x', 'width')) &&
    (!isAhead(before, 'y', 'height') || isClearlyAhead(after, 'y', 'height'))
  );
}

/** Whether the first box comes before the second on an axis, and is in line with it on the other. */
function isAhead([a, b]: Pair, axis: 'x' | 'y', extent: 'width' | 'height'): boolean {
  const [other, across] = axis === 'x' ? (['y', 'height'] as const) : (['x', 'width'] as const);
  const isInLine = a[other] < b[other] + b[across] && b[other] < a[other] + a[across];
  return isInLine && a[axis] + a[extent] <= b[axis];
}

const isClearlyAhead = ([a, b]: Pair, axis: 'x' | 'y', extent: 'width' | 'height'): boolean =>
  b[axis] + b[extent] / 2 - a[axis] - a[extent] / 2 >= Math.min(a[extent], b[extent]) / 2;
