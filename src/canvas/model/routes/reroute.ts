import { dequal } from 'dequal';
import { type Box, centreOf, crosses, inflate, isSameBox, type Point, segmentsOf } from '../geometry.ts';
import type { BoxObject, CanvasObject, Connector, Shape } from '../object.ts';
import { isBox } from '../objectKinds.ts';
import { endTolerance, relabelled } from './followEnds.ts';
import { outlineOf, outlineToward } from './outline.ts';
import { routeAround } from './routeAround.ts';
import { routeBetween } from './routeBetween.ts';

type Objects = ReadonlyMap<string, CanvasObject>;
type Ends = { from: BoxObject; to: BoxObject };

/**
 * Routes a connector again whose ends have moved, where shapes are in its way or were: `followed` is the connector with
 * its ends on the moved boxes. A path that a person has bent, or that a layout has found, stays as it followed, unless
 * it would run through a shape that it did not run through before, such as the moved one.
 */
export function rerouted(was: Connector, followed: Connector, before: Objects, after: Objects): Connector {
  const [routeBefore, routeAfter] = [routeOf(was, before), routeOf(followed, after)];
  if (routeBefore === null || routeAfter === null) return followed;
  if (entersShape(was, followed, before, after)) {
    return relabelled({ ...followed, points: straightPath(was, followed, after) ?? routeAfter.points });
  }
  // In free space it keeps the sides that it leaves from.
  if (!dequal(routeBefore.points, was.points) || !(routeBefore.isDetour || routeAfter.isDetour))
    return followed;
  return relabelled({ ...followed, points: routeAfter.points });
}

/**
 * Straightens connectors that were led around shapes which have moved or are gone.
 * @returns a function that gives the connector as it is where none of these was in its way
 */
export function straightener(before: Objects, after: Objects): (connector: Connector) => Connector {
  const left = [...before.values()].filter(
    (shape): shape is Shape => shape.kind === 'SHAPE' && !isWhereItWas(shape, after.get(shape.id)),
  );
  return (connector) => {
    const ends = left.length === 0 || connector.locked ? null : endsOf(connector, after);
    if (ends === null) return connector;
    const simple = routeBetween(ends.from, ends.to);
    if (!left.some((shape) => isThrough(simple, inflate(shape, -1)))) return connector;
    if (!dequal(routeOf(connector, before)?.points, connector.points)) return connector;
    return relabelled({ ...connector, points: routeAround(ends.from, ends.to, after.values()) });
  };
}

function isWhereItWas(shape: Shape, now: CanvasObject | undefined): boolean {
  return isBox(now) && isSameBox(shape, now);
}

function endsOf({ fromId, toId }: Connector, objects: Objects): Ends | null {
  const [from, to] = [objects.get(fromId), objects.get(toId)];
  return isBox(from) && isBox(to) ? { from, to } : null;
}

function routeOf(connector: Connector, objects: Objects) {
  const ends = endsOf(connector, objects);
  if (ends === null) return null;
  const points = routeAround(ends.from, ends.to, objects.values());
  return { points, isDetour: !dequal(points, routeBetween(ends.from, ends.to)) };
}

/** Whether the path runs through a shape, the joined ones included, that it did not run through before. */
function entersShape(was: Connector, { points }: Connector, before: Objects, after: Objects): boolean {
  const isEnd = (id: string) => id === was.fromId || id === was.toId;
  return [...after.values()].some((object) => {
    if (!isBox(object) || !(object.kind === 'SHAPE' || isEnd(object.id))) return false;
    if (!isThrough(points, insideOf(object, isEnd(object.id)))) return false;
    const former = before.get(object.id);
    return !(isBox(former) && isThrough(was.points, insideOf(former, isEnd(object.id))));
  });
}

function isThrough(points: readonly Point[], box: Box): boolean {
  return segmentsOf(points).some((segment) => crosses(segment, box));
}

/** The part of a box that no path which ends on its outline enters. Outlines lie anywhere within the box of an ellipse. */
function insideOf(box: BoxObject, isEnd: boolean): Box {
  const { x, y, width, height } = box;
  if (outlineKind(box) === 'rectangle') return inflate(box, isEnd ? -endTolerance : -1);
  return { x: x + width / 4, y: y + height / 4, width: width / 2, height: height / 2 };
}

const outlineKind = (box: BoxObject) => outlineOf(box.kind === 'FRAME' ? 'FRAME' : box.shape);

/** A slanted line from middle to middle, if that is what the path was and if nothing is in its way. */
function straightPath(was: Connector, { fromId, toId }: Connector, after: Objects): Point[] | null {
  const [first, last] = was.points;
  const ends = endsOf(was, after);
  if (!first || !last || was.points.length > 2 || first.x === last.x || first.y === last.y || !ends)
    return null;
  const points = [onOutline(ends.from, ends.to), onOutline(ends.to, ends.from)];
  const others = [...after.values()].filter(
    ({ id, kind }) => kind === 'SHAPE' && id !== fromId && id !== toId,
  );
  return others.some((other) => isBox(other) && isThrough(points, inflate(other, -1))) ? null : points;
}

function onOutline(box: BoxObject, toward: Box): Point {
  return outlineToward(outlineKind(box), box, centreOf(toward));
}
