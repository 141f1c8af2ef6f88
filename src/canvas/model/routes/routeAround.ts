import { type Box, crosses, inflate, overlaps, type Point, segmentsOf } from '../geometry.ts';
import { type AnyObject, isBox } from '../objectKinds.ts';
import { routeBetween } from './routeBetween.ts';
import { searchRoute } from './searchRoute.ts';

/** Distances in pixels that a path keeps from boxes: the first for which there is a path. */
const clearances = [16, 6];
/** Most boxes that one path is led around. */
const maxObstacles = 100;
/** Most connectors that one change leads around shapes; the others take the simplest path. */
export const maxRoutedConnectors = 50;

/**
 * The path of a connector around the shapes between its ends: the simplest one where nothing is in its way. Frames,
 * and what overlaps an end, are no obstacles. Where no path is free, the simplest one.
 *
 * It takes only those shapes into account that the path would cross, so that its time grows with their number, and
 * linearly with that of all objects.
 */
export function routeAround(from: Box, to: Box, objects: Iterable<AnyObject>): Point[] {
  const simple = routeBetween(from, to);
  if (from === to) return simple;
  const shapes = shapesAmong(objects).filter((shape) => !overlaps(shape, from) && !overlaps(shape, to));
  if (firstHits(simple, shapes).length === 0) return simple;
  for (const clearance of clearances) {
    const path = routeWithin(from, to, shapes, clearance, simple);
    if (path !== null) return path;
  }
  return simple;
}

/** Adds the shapes that the path crosses to those to avoid, until it crosses none; null without such a path. */
function routeWithin(
  from: Box,
  to: Box,
  shapes: readonly Box[],
  clearance: number,
  simple: readonly Point[],
): Point[] | null {
  const avoided = new Set(firstHits(simple, shapes));
  while (avoided.size <= maxObstacles) {
    const path = searchRoute(from, to, [...avoided], clearance);
    if (path === null) return null;
    const hits = firstHits(path, shapes);
    if (hits.length === 0) return path;
    for (const hit of hits) avoided.add(hit);
  }
  return null;
}

function firstHits(points: readonly Point[], shapes: readonly Box[]): Box[] {
  const segments = segmentsOf(points);
  return shapes.filter((shape) => {
    // A path may run along a border, but not through it.
    const inside = inflate(shape, -1);
    return segments.some((segment) => crosses(segment, inside));
  });
}

/** Frames have a title, shapes a text. */
function shapesAmong<T extends AnyObject>(objects: Iterable<T>) {
  return [...objects].filter(isBox).filter((box) => 'text' in box);
}
