import {
  type Box,
  crosses,
  inflate,
  overlaps,
  type Point,
  segmentsOf,
} from '../../../src/canvas/model/geometry.ts';
import { fitLabel } from '../../../src/canvas/text/sizing.ts';
import type { Route } from './block.ts';

/** The route of a connector and its label. */
export type LabelledRoute = { id: string; route: Route; label: string | null };

function boxAround(centre: Point, label: string): Box {
  const { width, height } = fitLabel(label);
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** The box of a label, or null if there is none. */
export function labelBox(label: string | null, labelAt: Point | null): Box | null {
  return label === null || labelAt === null ? null : boxAround(labelAt, label);
}

/** Places on a way, on the longest pieces first and their middle first; then places beside it. */
function candidates(points: readonly Point[], label: string): Point[] {
  const { width, height } = fitLabel(label);
  const length = ([a, b]: [Point, Point]): number => Math.hypot(b.x - a.x, b.y - a.y);
  const along = segmentsOf(points)
    .toSorted((a, b) => length(b) - length(a))
    .flatMap(([a, b]) =>
      [0.5, 0.35, 0.65, 0.2, 0.8].map((t) => ({
        at: { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t },
        aside: a.x === b.x ? { x: width / 2 + 6, y: 0 } : { x: 0, y: height / 2 + 4 },
      })),
    );
  const beside = along.flatMap(({ at, aside }) => [
    { x: at.x + aside.x, y: at.y + aside.y },
    { x: at.x - aside.x, y: at.y - aside.y },
  ]);
  return [...along.map(({ at }) => at), ...beside];
}

/**
 * Places each label that has no position yet on its connector: clear of shapes, titles, other labels and other
 * connectors, or where it covers least.
 */
export function placeLabels(routes: readonly LabelledRoute[], solid: readonly Box[]): Map<string, Route> {
  const labels = routes.flatMap(({ route, label }) => labelBox(label, route.labelAt) ?? []);
  const placed = new Map<string, Route>();
  for (const { id, route, label } of routes) {
    if (label === null || route.labelAt !== null) {
      placed.set(id, route);
      continue;
    }
    const others = routes
      .filter((other) => other.id !== id)
      .flatMap((other) => segmentsOf(other.route.points));
    const harm = (at: Point): number => {
      const box = boxAround(at, label);
      const hidden = solid.filter((other) => overlaps(inflate(box, 3), other)).length;
      const touching = labels.filter((other) => overlaps(inflate(box, 4), other)).length;
      return 100 * (hidden + touching) + others.filter((segment) => crosses(segment, box)).length;
    };
    const [first = { x: 0, y: 0 }, ...rest] = candidates(route.points, label);
    let best = { at: first, harm: harm(first) };
    for (const at of rest) {
      if (best.harm === 0) break;
      const next = harm(at);
      if (next < best.harm) best = { at, harm: next };
    }
    labels.push(boxAround(best.at, label));
    placed.set(id, { ...route, labelAt: best.at });
  }
  return placed;
}
