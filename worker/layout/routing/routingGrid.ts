import { type Box, inflate } from '../../../src/canvas/model/geometry.ts';

/** Distance in pixels between connectors and shapes: half the minimum gap, so that a connector fits in every gap. */
export const CLEARANCE = 12;
/** Shapes block what comes nearer than this many pixels. */
const BLOCKED_MARGIN = 8;
/** Extra cost per pixel along another connector, or through a frame's title. */
export const SHARED_COST = 6;
const TITLE_COST = 4;

/**
 * The grid that connectors are routed on: horizontal and vertical lines beside every box and through its middle. It is
 * sparse, since boxes in rows and columns share lines.
 */
export type RoutingGrid = {
  xs: Float64Array;
  ys: Float64Array;
  /** Cost per pixel of the segment to the right of each crossing, or below it; Infinity where a shape blocks it. */
  across: Float64Array;
  down: Float64Array;
  /** The frames that contain a crossing, one bit for each of the first 32. */
  frames: Int32Array;
  /** Crossings that a connector already uses. */
  taken: Uint8Array;
};

const sortedUnique = (values: number[]): Float64Array => Float64Array.from(new Set(values)).toSorted();

/** First index whose value is at least `value`. */
function lowerBound(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the grid line at a coordinate, or of the next one. */
export function lineAt(values: Float64Array, value: number): number {
  return lowerBound(values, value - 1e-6);
}

/** Adds a cost per pixel to all segments inside a box. */
export function addCost(grid: RoutingGrid, box: Box, cost: number): void {
  const width = grid.xs.length;
  const [left, right] = [lowerBound(grid.xs, box.x + 1e-6), lowerBound(grid.xs, box.x + box.width - 1e-6)];
  const [top, bottom] = [lowerBound(grid.ys, box.y + 1e-6), lowerBound(grid.ys, box.y + box.height - 1e-6)];
  const add = (costs: Float64Array, at: number): void => {
    costs[at] = (costs[at] ?? 0) + cost;
  };
  // A piece that begins one line before the box reaches into it.
  for (let j = top; j < bottom; j++)
    for (let i = Math.max(0, left - 1); i < right; i++) add(grid.across, j * width + i);
  for (let j = Math.max(0, top - 1); j < bottom; j++)
    for (let i = left; i < right; i++) add(grid.down, j * width + i);
}

function markFrame(grid: RoutingGrid, box: Box, bit: number): void {
  const width = grid.xs.length;
  const [left, right] = [lowerBound(grid.xs, box.x), lowerBound(grid.xs, box.x + box.width)];
  const [top, bottom] = [lowerBound(grid.ys, box.y), lowerBound(grid.ys, box.y + box.height)];
  for (let j = top; j < bottom; j++)
    for (let i = left; i < right; i++) grid.frames[j * width + i] = (grid.frames[j * width + i] ?? 0) | bit;
}

/** With more boxes than this the second ways beside each are left out: the time grows with the square of all. */
const MOST_WITH_SECOND_WAYS = 45;

/** Builds the grid for blocking shapes, frames, and the title strips of frames. */
export function routingGrid(shapes: Box[], frames: Box[], titles: Box[]): RoutingGrid {
  const hasSecondWays = shapes.length + frames.length <= MOST_WITH_SECOND_WAYS;
  const lines = (axis: 'x' | 'y', size: 'width' | 'height'): Float64Array => {
    const borders = new Set(frames.flatMap((box) => [box[axis], box[axis] + box[size]]));
    const beside = [...shapes, ...frames].flatMap((box) => [
      box[axis] - CLEARANCE,
      box[axis] + box[size] / 2,
      box[axis] + box[size] + CLEARANCE,
      // For a second connector in the same gap.
      ...(hasSecondWays ? [box[axis] - 2 * CLEARANCE, box[axis] + box[size] + 2 * CLEARANCE] : []),
    ]);
    const inside = frames.flatMap((box) => [box[axis] + CLEARANCE, box[axis] + box[size] - CLEARANCE]);
    // A connector along a frame's border could not be told from it.
    return sortedUnique([...beside, ...inside].filter((line) => !borders.has(line)));
  };
  const [xs, ys] = [lines('x', 'width'), lines('y', 'height')];
  const grid: RoutingGrid = {
    xs,
    ys,
    across: new Float64Array(xs.length * ys.length).fill(1),
    down: new Float64Array(xs.length * ys.length).fill(1),
    frames: new Int32Array(xs.length * ys.length),
    taken: new Uint8Array(xs.length * ys.length),
  };
  for (const [index, box] of frames.slice(0, 32).entries()) markFrame(grid, box, 1 << index);
  for (const title of titles) addCost(grid, title, TITLE_COST);
  for (const shape of shapes) addCost(grid, inflate(shape, BLOCKED_MARGIN), Infinity);
  return grid;
}

/** Raises the cost of a route for later connectors, so that connectors do not overlap. */
export function markTaken(grid: RoutingGrid, crossings: readonly number[]): void {
  crossings.forEach((at, index) => {
    grid.taken[at] = 1;
    const next = crossings[index + 1];
    if (next === undefined) return;
    const costs = Math.abs(next - at) === 1 ? grid.across : grid.down;
    const first = Math.min(at, next);
    costs[first] = (costs[first] ?? 0) + SHARED_COST;
  });
}
