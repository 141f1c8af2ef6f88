import type { Box, Point } from './geometry.ts';
import { crosses } from './geometry.ts';
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

const BEND_COST = 50;
const CROSSING_COST = 12;

/** A binary heap of states, least cost first. */
class Frontier {
  readonly #items: { state: number; cost: number }[] = [];

  push(state: number, cost: number): void {
    const items = this.#items;
    let at = items.push({ state, cost }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((items[above]?.cost ?? 0) <= cost) break;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): { state: number; cost: number } | undefined {
    const items = this.#items;
    const [least] = items;
    const last = items.pop();
    if (!least || !last || items.length === 0) return least;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const next = this.#cost(left + 1) < this.#cost(left) ? left + 1 : left;
      if (this.#cost(next) >= last.cost) return least;
      this.#swap(at, next);
      at = next;
    }
  }

  #cost(at: number): number {
    return this.#items[at]?.cost ?? Infinity;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#items[a], this.#items[b]];
    if (!first || !second) return;
    this.#items[a] = second;
    this.#items[b] = first;
  }
}

/** Where a crossing lies, in pixels. */
export const pointAt = (grid: RoutingGrid, at: number): Point => ({
  x: grid.xs[at % grid.xs.length] ?? 0,
  y: grid.ys[Math.floor(at / grid.xs.length)] ?? 0,
});

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
  return { at: next, cost: perPixel * (Math.abs(from.x - to.x) + Math.abs(from.y - to.y)) };
};

const backtrack = (cameFrom: Map<number, number>, last: number): number[] => {
  const crossings: number[] = [];
  for (let state: number | undefined = last; state !== undefined; state = cameFrom.get(state))
    crossings.push(state >> 2);
  return crossings.reverse();
};

/**
 * Cheapest way from any start gate through any end gate (A* over crossing and heading: length, bends,
 * crossings of and runs along other connectors cost). Null when there is none.
 *
 * @param forbidden boxes that this connector, unlike others, may not pass through
 */
export const findRoute = (
  grid: RoutingGrid,
  starts: readonly Gate[],
  ends: readonly Gate[],
  forbidden: readonly Box[],
): number[] | null => {
  const best = new Map<number, number>();
  const cameFrom = new Map<number, number>();
  const frontier = new Frontier();
  const goals = new Map(ends.map((gate) => [gate.at, gate]));
  const goalPoints = ends.map((gate) => pointAt(grid, gate.at));
  const remaining = (at: number): number => {
    const { x, y } = pointAt(grid, at);
    return Math.min(...goalPoints.map((goal) => Math.abs(goal.x - x) + Math.abs(goal.y - y)));
  };
  const FINISHED = -1;
  const reach = (state: number, cost: number, from: number | undefined): void => {
    if (cost >= (best.get(state) ?? Infinity)) return;
    best.set(state, cost);
    if (from !== undefined) cameFrom.set(state, from);
    frontier.push(state, cost + (state === FINISHED ? 0 : remaining(state >> 2)));
  };
  for (const { at, heading, cost } of starts) reach(at * 4 + heading, cost, undefined);
  for (let next = frontier.pop(); next; next = frontier.pop()) {
    const { state } = next;
    if (state === FINISHED) return backtrack(cameFrom, cameFrom.get(FINISHED) ?? 0);
    const [at, heading, cost] = [state >> 2, state & 3, best.get(state) ?? 0];
    const goal = goals.get(at);
    if (goal) reach(FINISHED, cost + goal.cost + (goal.heading === heading ? 0 : BEND_COST), state);
    for (const turn of [0, 1, 3]) {
      const towards = (heading + turn) & 3;
      const step = neighbour(grid, at, towards);
      if (!step || step.cost === Infinity) continue;
      if (forbidden.some((box) => crosses([pointAt(grid, at), pointAt(grid, step.at)], box))) continue;
      const extra = (turn === 0 ? 0 : BEND_COST) + (grid.taken[step.at] ? CROSSING_COST : 0);
      reach(step.at * 4 + towards, cost + step.cost + extra, state);
    }
  }
  return null;
};
