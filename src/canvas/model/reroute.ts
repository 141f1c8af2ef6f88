import { dequal } from 'dequal';
import { relabelled } from './followEnds.ts';
import type { CanvasObject, Connector } from './object.ts';
import { isBox } from './objectKinds.ts';
import { routeAround } from './routeAround.ts';
import { routeBetween } from './routeBetween.ts';

type Objects = ReadonlyMap<string, CanvasObject>;

/**
 * Routes a connector again whose ends have moved, where shapes are in its way or were: `followed` is the connector with
 * its ends on the moved boxes. A path that a person has bent, or that a layout has found, stays as it followed.
 */
export function rerouted(was: Connector, followed: Connector, before: Objects, after: Objects): Connector {
  const [routeBefore, routeAfter] = [routeOf(was, before), routeOf(followed, after)];
  if (routeBefore === null || routeAfter === null || !dequal(routeBefore.points, was.points)) return followed;
  // In free space it keeps the sides that it leaves from.
  if (!routeBefore.isDetour && !routeAfter.isDetour) return followed;
  return relabelled({ ...followed, points: routeAfter.points });
}

function routeOf({ fromId, toId }: Connector, objects: Objects) {
  const [from, to] = [objects.get(fromId), objects.get(toId)];
  if (!isBox(from) || !isBox(to)) return null;
  const points = routeAround(from, to, objects.values());
  return { points, isDetour: !dequal(points, routeBetween(from, to)) };
}
