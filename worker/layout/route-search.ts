import { Frontier } from './frontier.ts';
import { type Box, crosses, type Point } from './geometry.ts';
import type { RoutingGrid } from './routing-grid.ts';

/** A crossing of the grid with the way a connector goes there, as an index into {@link STEPS}. */
export type Gate = { at: number; heading: number; cost: number };

/** Headings: right, down, left, up. Opposite headings differ by 2. */
export const STEPS = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

/** What is in the way of one connector, beyond the shapes that are in the way of all. */
export type Obstacles = {
  /** It may not pass through these. */
  forbidden: readonly Box[];
  /** Frames that hold an end of it, as in {@link RoutingGrid.frames}; it rather goes around all others. */
  own: number;
};

const BEND_COST = 80;
const CROSSING_COST = 40;
/** What a pixel through a frame that holds neither end costs beyond its length. */
const FOREIGN_COST = 0.8;

/** Where a crossing lies, in pixels. */
export const pointAt = (grid: RoutingGrid, at: number): Point => ({
  x: grid.xs[at % grid.xs.length] ?? 0,
  y: grid.ys[Math.floor(at / grid.xs.length)] ?? 0,
});

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** The crossing next to one in a heading and the cost to get there; undefined at the rim. */
const neighbour = (
  grid: RoutingGrid,
  at: number,
  heading: number,
): { at: number; cost: number } | undefined => {
  const width = grid.xs.length;
  const step = STEPS[heading] ?? STEPS[0];
  const [i, j] = [(at % width) + step.x, Math.floor(at / width) + step.y];
  if (i < 0 || j < 0 || i >= width || j >= grid.ys.length) return undefined;
  const next = j * width + i;
  const first = Math.min(at, next);
  const perPixel = (step.y === 0 ? grid.across[first] : grid.down[first]) ?? Infinity;
  const [from, to] = [pointAt(grid, at), pointAt(grid, next)];
  return { at: next, cost: perPixel * distance(from, to) };
};

const NOTHING = -1;

/** States are crossings times 4 plus heading; one more stands for the end of the search. */
type Search = {
  finished: number;
  goalPoints: readonly Point[];
  grid: RoutingGrid;
  obstacles: Obstacles;
  goals: ReadonlyMap<number, Gate>;
  /** Least cost so far per state. Flat arrays: a search on a large canvas visits most states. */
  best: Float64Array;
  cameFrom: Int32Array;
  frontier: Frontier;
};

/** What a way still costs at least: the distance to the nearest goal. */
const remaining = ({ grid, finished, goalPoints }: Search, state: number): number => {
  if (state === finished) return 0;
  const from = pointAt(grid, state >> 2);
  let least = Infinity;
  for (const goal of goalPoints) least = Math.min(least, distance(from, goal));
  return least;
};

const reach = (search: Search, state: number, cost: number, from?: number): void => {
  if (cost >= (search.best[state] ?? 0)) return;
  search.best[state] = cost;
  search.cameFrom[state] = from ?? NOTHING;
  search.frontier.push(state, cost + remaining(search, state));
};

const expand = (search: Search, state: number): void => {
  const { grid, obstacles, goals, best, finished } = search;
  const [at, heading, cost] = [state >> 2, state & 3, best[state] ?? 0];
  const goal = goals.get(at);
  if (goal) reach(search, finished, cost + goal.cost + (goal.heading === heading ? 0 : BEND_COST), state);
  for (const turn of [0, 1, 3]) {
    const towards = (heading + turn) & 3;
    const step = neighbour(grid, at, towards);
    if (!step || step.cost === Infinity) continue;
    const piece: [Point, Point] = [pointAt(grid, at), pointAt(grid, step.at)];
    if (obstacles.forbidden.some((box) => crosses(piece, box))) continue;
    // A piece whose both ends lie in a frame lies in it; only the first 32 frames are told apart.
    const inFrames = (grid.frames[at] ?? 0) & (grid.frames[step.at] ?? 0);
    const isForeign = (inFrames & ~obstacles.own) !== 0;
    const extra =
      (turn === 0 ? 0 : BEND_COST) +
      (grid.taken[step.at] ? CROSSING_COST : 0) +
      (isForeign ? FOREIGN_COST * distance(...piece) : 0);
    reach(search, step.at * 4 + towards, cost + step.cost + extra, state);
  }
};

const backtrack = ({ cameFrom, finished }: Search): number[] => {
  const crossings: number[] = [];
  for (let state = cameFrom[finished] ?? NOTHING; state !== NOTHING; state = cameFrom[state] ?? NOTHING)
    crossings.push(state >> 2);
  return crossings.reverse();
};

/**
 * Cheapest way from any start gate through any end gate (A* over crossing and heading: length, bends,
 * crossings of and runs along other connectors cost). Null when there is none.
 */
export const findRoute = (
  grid: RoutingGrid,
  starts: readonly Gate[],
  ends: readonly Gate[],
  obstacles: Obstacles,
): number[] | null => {
  const finished = grid.taken.length * 4;
  const search: Search = {
    grid,
    obstacles,
    goals: new Map(ends.map((gate) => [gate.at, gate])),
    best: new Float64Array(finished + 1).fill(Infinity),
    cameFrom: new Int32Array(finished + 1).fill(NOTHING),
    finished,
    goalPoints: ends.map((gate) => pointAt(grid, gate.at)),
    frontier: new Frontier(),
  };
  for (const { at, heading, cost } of starts) reach(search, at * 4 + heading, cost);
  for (let state = search.frontier.pop(); state !== undefined; state = search.frontier.pop()) {
    if (state === finished) return backtrack(search);
    expand(search, state);
  }
  return null;
};
