import FlatQueue from 'flatqueue';
import type { Box, Point } from '../../../src/canvas/model/geometry.ts';
import type { RoutingGrid } from './routingGrid.ts';

/** A start or end of a route: a grid crossing and the direction there: 0 right, 1 down, 2 left, 3 up. */
export type Gate = { at: number; heading: number; cost: number };

/** Obstacles of one connector, besides the shapes that block all connectors. */
export type Obstacles = {
  /** Boxes that it may not pass. */
  forbidden: readonly Box[];
  /** Frames that contain one of its ends, as in {@link RoutingGrid.frames}. Any other frame costs more to pass. */
  own: number;
};

const BEND_COST = 80;
const CROSSING_COST = 64;
/** What a pixel through a frame that holds neither end costs beyond its length. */
const FOREIGN_COST = 2;

/** The position of a crossing, in pixels. */
export function pointAt(grid: RoutingGrid, at: number): Point {
  return {
    x: grid.xs[at % grid.xs.length] ?? 0,
    y: grid.ys[Math.floor(at / grid.xs.length)] ?? 0,
  };
}

/**
 * A search heads for its goal the more eagerly, the more work the searches on its grid have cost: it then finds a way
 * that may cost a little more than the cheapest in a fraction of the time. Counted in states that were expanded, of
 * which there are two million in a second, so that the result does not depend on the load.
 */
const EAGERNESS = [
  { work: 3_000_000, eagerness: 16 },
  { work: 1_500_000, eagerness: 5 },
  { work: 0, eagerness: 1 },
];
/** The searches on one grid cost no more than this. */
const MOST_WORK = 6_000_000;
/** On a grid with more crossings than this the first search is more eager, too. */
const LARGE_GRID = 16_000;
const LEAST_EAGERNESS = 2;

const NOTHING = -1;
const TURNS = [0, 1, 3] as const;

/** Whether a horizontal or vertical piece passes through the inside of a box. */
const passes = (from: Point, to: Point, { x, y, width, height }: Box): boolean =>
  Math.max(from.x, to.x) > x &&
  Math.min(from.x, to.x) < x + width &&
  Math.max(from.y, to.y) > y &&
  Math.min(from.y, to.y) < y + height;

/** Bends that a way needs at least, from a point in a heading to another point and heading that lies by so much on. */
function leastBends(by: Point, heading: number, goal: number): number {
  const along = (way: number): number => (way & 1 ? by.y : by.x) * (way & 2 ? -1 : 1);
  const isStraightAhead = along(heading) >= 0;
  if (heading === goal) return isStraightAhead && (heading & 1 ? by.x : by.y) === 0 ? 0 : 2;
  if (((heading ^ goal) & 1) === 0) return 2;
  return isStraightAhead && along(goal) >= 0 ? 1 : 3;
}

/**
 * Finds routes on one grid with A* over crossings and headings. Length, bends, and crossings of and overlap with other
 * connectors cost. A state is crossing times 4 plus heading; one extra state is the end of a search.
 */
export class RouteSearch {
  readonly #grid: RoutingGrid;
  readonly #finished: number;
  #eagerness = 1;
  readonly #mostWork: number;
  #work = 0;
  /** Lowest cost so far of each state. Reused by later searches: resetting it is cheaper than allocating it. */
  readonly #best: Float64Array;
  readonly #cameFrom: Int32Array;
  #touched: number[] = [];
  /** Reached states that have not been expanded, least cost first. */
  readonly #frontier = new FlatQueue();
  #goals: readonly (Gate & { point: Point })[] = [];
  #obstacles: Obstacles = { forbidden: [], own: 0 };

  /** @param mostWork How many states all searches together may expand */
  constructor(grid: RoutingGrid, mostWork = MOST_WORK) {
    this.#mostWork = mostWork;
    this.#grid = grid;
    this.#finished = grid.taken.length * 4;
    this.#best = new Float64Array(this.#finished + 1).fill(Infinity);
    this.#cameFrom = new Int32Array(this.#finished + 1).fill(NOTHING);
  }

  /**
   * The crossings of the cheapest way from any start gate through any end gate; null when there is none, or when all
   * searches have cost too much.
   */
  find(starts: readonly Gate[], ends: readonly Gate[], obstacles: Obstacles): number[] | null {
    for (const state of this.#touched) this.#best[state] = Infinity;
    this.#touched = [];
    this.#frontier.clear();
    this.#goals = ends.map((gate) => ({ ...gate, point: pointAt(this.#grid, gate.at) }));
    this.#obstacles = obstacles;
    this.#eagerness = Math.max(
      this.#grid.taken.length > LARGE_GRID ? LEAST_EAGERNESS : 1,
      EAGERNESS.find(({ work }) => this.#work >= work)?.eagerness ?? 1,
    );
    for (const { at, heading, cost } of starts) this.#reach(at * 4 + heading, cost, NOTHING);
    for (let state = this.#frontier.pop(); state !== undefined; state = this.#frontier.pop()) {
      if (state === this.#finished) return this.#backtrack();
      if (this.#work >= this.#mostWork) return null;
      this.#work += 1;
      this.#expand(state);
    }
    return null;
  }

  #reach(state: number, cost: number, from: number): void {
    const before = this.#best[state] ?? 0;
    if (cost >= before) return;
    if (before === Infinity) this.#touched.push(state);
    this.#best[state] = cost;
    this.#cameFrom[state] = from;
    this.#frontier.push(state, cost + this.#eagerness * this.#remaining(state));
  }

  /** What a way still costs at least, if nothing were in it. */
  #remaining(state: number): number {
    if (state === this.#finished) return 0;
    const from = pointAt(this.#grid, state >> 2);
    let least = Infinity;
    for (const { point, heading, cost } of this.#goals) {
      const by = { x: point.x - from.x, y: point.y - from.y };
      const bends = leastBends(by, state & 3, heading);
      least = Math.min(least, Math.abs(by.x) + Math.abs(by.y) + bends * BEND_COST + cost);
    }
    return least;
  }

  #expand(state: number): void {
    const [at, heading, cost] = [state >> 2, state & 3, this.#best[state] ?? 0];
    for (const goal of this.#goals) {
      if (goal.at !== at) continue;
      const bends = leastBends({ x: 0, y: 0 }, heading, goal.heading);
      this.#reach(this.#finished, cost + goal.cost + bends * BEND_COST, state);
    }
    const from = pointAt(this.#grid, at);
    for (const turn of TURNS) {
      const towards = (heading + turn) & 3;
      const next = this.#neighbour(at, towards);
      if (next === NOTHING) continue;
      const step = this.#stepCost(at, from, next, towards);
      if (step < Infinity) this.#reach(next * 4 + towards, cost + step + (turn === 0 ? 0 : BEND_COST), state);
    }
  }

  #neighbour(at: number, heading: number): number {
    const width = this.#grid.xs.length;
    const column = at % width;
    if (heading === 0) return column + 1 < width ? at + 1 : NOTHING;
    if (heading === 2) return column > 0 ? at - 1 : NOTHING;
    const next = heading === 1 ? at + width : at - width;
    return next >= 0 && next < this.#grid.taken.length ? next : NOTHING;
  }

  #stepCost(at: number, from: Point, next: number, heading: number): number {
    const { across, down, frames, taken } = this.#grid;
    const perPixel = (heading & 1 ? down : across)[Math.min(at, next)] ?? Infinity;
    if (perPixel === Infinity) return Infinity;
    const to = pointAt(this.#grid, next);
    for (const box of this.#obstacles.forbidden) if (passes(from, to, box)) return Infinity;
    const length = Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
    // A piece whose both ends lie in a frame lies in it; only the first 32 frames are told apart.
    const isForeign = ((frames[at] ?? 0) & (frames[next] ?? 0) & ~this.#obstacles.own) !== 0;
    return length * (perPixel + (isForeign ? FOREIGN_COST : 0)) + (taken[next] ? CROSSING_COST : 0);
  }

  #backtrack(): number[] {
    const crossings: number[] = [];
    for (
      let state = this.#cameFrom[this.#finished] ?? NOTHING;
      state !== NOTHING;
      state = this.#cameFrom[state] ?? NOTHING
    )
      crossings.push(state >> 2);
    return crossings.reverse();
  }
}
