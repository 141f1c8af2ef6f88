import {
  type Box,
  boundsOf,
  crosses,
  inflate,
  overlaps,
  type Point,
  type Size,
  segmentsOf,
} from '../../../src/canvas/model/geometry.ts';
import { fitLabel } from '../../../src/canvas/text/sizing.ts';
import type { Route } from './block.ts';

type Segment = [Point, Point];

const origin: Point = { x: 0, y: 0 };

/** The route of a connector and its label. */
export type LabelledRoute = { id: string; route: Route; label: string | null };

function boxAround(centre: Point, { width, height }: Size): Box {
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** The box of a label, or null if there is none. */
export function labelBox(label: string | null, labelAt: Point | null): Box | null {
  return label === null || labelAt === null ? null : boxAround(labelAt, fitLabel(label));
}

/** Places on a way, on the longest pieces first and their middle first; then places beside it. */
function candidates(points: readonly Point[], { width, height }: Size): Point[] {
  const length = ([a, b]: Segment): number => Math.hypot(b.x - a.x, b.y - a.y);
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

/** What a label may cover: shapes and titles, other labels, other connectors. */
type Surroundings = { solid: readonly Box[]; labels: readonly Box[]; pieces: readonly Piece[] };

/** A piece of a connector, and its bounds: comparing these first saves most of the time. */
type Piece = { segment: Segment; bounds: Box };

/** The first of the places for a label with least under it. */
function bestPlace(places: readonly Point[], size: Size, { solid, labels, pieces }: Surroundings): Point {
  const harm = (at: Point): number => {
    const box = boxAround(at, size);
    const hidden = solid.filter((other) => overlaps(inflate(box, 3), other)).length;
    const touching = labels.filter((other) => overlaps(inflate(box, 4), other)).length;
    const crossed = pieces.filter(
      ({ segment, bounds }) => overlaps(bounds, box) && crosses(segment, box),
    ).length;
    return 100 * (hidden + touching) + crossed;
  };
  const [first = origin, ...rest] = places;
  let best = { at: first, harm: harm(first) };
  for (const at of rest) {
    if (best.harm === 0) break;
    const next = harm(at);
    if (next < best.harm) best = { at, harm: next };
  }
  return best.at;
}

/** The bounds of a piece of a connector. */
const boxOf = ([a, b]: Segment): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/**
 * Places each label that has no position yet on its connector: clear of shapes, titles, other labels and other
 * connectors, or where it covers least.
 */
export function placeLabels(routes: readonly LabelledRoute[], solid: readonly Box[]): Map<string, Route> {
  const labels = routes.flatMap(({ route, label }) => labelBox(label, route.labelAt) ?? []);
  const pieces = routes.flatMap(({ id, route }) =>
    segmentsOf(route.points).map((segment) => ({ id, segment, bounds: boxOf(segment) })),
  );
  return new Map(
    routes.map(({ id, route, label }) => {
      if (label === null || route.labelAt !== null) return [id, route];
      const size = fitLabel(label);
      const places = candidates(route.points, size);
      const reach = inflate(boundsOf(places.map((at) => boxAround(at, size))) ?? boxAround(origin, size), 4);
      const isNear = (box: Box): boolean => overlaps(box, reach);
      const labelAt = bestPlace(places, size, {
        solid: solid.filter(isNear),
        labels: labels.filter(isNear),
        pieces: pieces.filter((piece) => piece.id !== id && isNear(piece.bounds)),
      });
      labels.push(boxAround(labelAt, size));
      return [id, { ...route, labelAt }];
    }),
  );
}
