import type { Box, Point } from '../../../src/canvas/model/geometry.ts';
import { boundsOf, overlaps, segmentsOf } from '../../../src/canvas/model/geometry.ts';

/** Small shifts that are no multiples of one another, so that no line then runs along or ends on another. */
const shifts: readonly Point[] = [
  { x: 0.31, y: 0.17 },
  { x: -0.23, y: 0.29 },
  { x: 0.19, y: -0.37 },
  { x: -0.41, y: -0.13 },
];

/**
 * Counts places where lines cross. Lines may run along each other or meet at corners and ends, where counting cuts of
 * pieces gives anything. So one of two lines is shifted a little, in four directions, and the smallest count is taken:
 * lines that only touch, or share a piece and part to their own sides, don't cross; lines that change sides along a
 * shared piece cross once.
 */
export function countCrossings(lines: readonly (readonly Point[])[]): number {
  const prepared = lines.map((points) => ({
    pieces: segmentsOf(points),
    bounds: boundsOf(points.map(around)),
  }));
  let count = 0;
  for (const [at, a] of prepared.entries())
    for (const b of prepared.slice(at + 1)) {
      if (a.bounds === null || b.bounds === null || !overlaps(a.bounds, b.bounds)) continue;
      count += Math.min(...shifts.map((shift) => cuts(a.pieces, b.pieces, shift)));
    }
  return count;
}

const around = ({ x, y }: Point): Box => ({ x: x - 1, y: y - 1, width: 2, height: 2 });

function cuts(a: readonly [Point, Point][], b: readonly [Point, Point][], shift: Point): number {
  const shifted = b.map(
    (piece) => piece.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y })) as [Point, Point],
  );
  return a.reduce((sum, piece) => sum + shifted.filter((other) => areCut(piece, other)).length, 0);
}

const side = (a: Point, b: Point, c: Point): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

const areCut = ([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
