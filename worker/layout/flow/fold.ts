import type { Size } from '../../../src/canvas/model/geometry.ts';
import type { PlanDirection, PlanEdge } from '../../../src/canvas/model/plan.ts';
import { misproportion, TARGET_RATIO } from '../scene/packing.ts';
import type { Item, Scene } from '../scene/scene.ts';
import { LABEL_GAP, STEP_GAP, STEP_SPREAD } from './flowGraph.ts';
import type { FlowOrder } from './flowOrder.ts';

/** What each connector that is cut beyond the one that carries the flow on costs, in units of misproportion. */
const CUT_COST = 0.4;
/** More cut connectors than this at one place would make a tangle between two lines. */
const MOST_CUT = 3;
/** Least number of steps along one line. */
const SHORTEST = 2;
/** How much longer than the mean a line may be, in steps. */
const OVERLENGTH = 0.4;
/** Room in pixels between two lines, for estimates. */
const LINE_ROOM = 72;

/** Steps at the same distance from the start, with the room that they take along and across the flow. */
type Layer = { items: Item[]; along: number; across: number };

/** Steps without a way in are moved up to where they are needed: else a late input would stand at the start. */
function settledDepths(items: readonly Item[], edges: readonly PlanEdge[], order: FlowOrder) {
  const forward = edges.filter((edge) => !order.back.has(edge.id) && edge.from !== edge.to);
  const entered = new Set(forward.map((edge) => edge.to));
  const leaving = Map.groupBy(forward, (edge) => edge.from);
  const depthOf = (id: string): number => order.depths.get(id) ?? 0;
  return new Map(
    items.map(({ id }) => {
      const next = (leaving.get(id) ?? []).map((edge) => depthOf(edge.to));
      return [id, entered.has(id) || next.length === 0 ? depthOf(id) : Math.min(...next) - 1];
    }),
  );
}

function layersOf(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  depths: ReadonlyMap<string, number>,
  direction: PlanDirection,
): Layer[] {
  const byDepth = Map.groupBy(items, (item) => depths.get(item.id) ?? 0);
  const labelled = new Set(edges.filter((edge) => edge.label?.trim()).map((edge) => depths.get(edge.from)));
  return [...byDepth.keys()]
    .toSorted((a, b) => a - b)
    .map((depth) => {
      const own = byDepth.get(depth) ?? [];
      const sizes = own.map((item): Size => scene.fitted.get(item.id) ?? { width: 160, height: 64 });
      const [along, across] =
        direction === 'right' ? (['width', 'height'] as const) : (['height', 'width'] as const);
      const gap = labelled.has(depth) && direction === 'right' ? LABEL_GAP : STEP_GAP;
      return {
        items: own,
        along: Math.max(...sizes.map((size) => size[along])) + gap,
        across: sizes.reduce((sum, size) => sum + size[across] + STEP_SPREAD, 0),
      };
    });
}

/** Number of connectors between the layers up to each and those after it, beyond the first. */
function cutsOf(layers: readonly Layer[], edges: readonly PlanEdge[]): number[] {
  const layerOf = new Map(layers.flatMap(({ items }, at) => items.map((item) => [item.id, at])));
  const cuts = layers.map(() => -1);
  for (const { from, to } of edges) {
    const [a, b] = [layerOf.get(from) ?? 0, layerOf.get(to) ?? 0];
    for (let at = Math.min(a, b); at < Math.max(a, b); at++) cuts[at] = (cuts[at] ?? 0) + 1;
  }
  return cuts.map((cut) => Math.max(0, cut));
}

/** Where lines end, as indices of layers, so that they are about equally long and cut as little as can be. */
function bestBreaks(layers: readonly Layer[], cuts: readonly number[], lines: number): number[] | null {
  const starts = [0];
  for (const { along } of layers) starts.push((starts.at(-1) ?? 0) + along);
  const whole = starts.at(-1) ?? 0;
  // A little longer than needed: full lines and a shorter last one look better than lines that differ by one.
  const ideal = whole / lines + (OVERLENGTH * whole) / layers.length;
  const costOf = (first: number, next: number): number => {
    const isLast = next === layers.length;
    const uneven = ((starts[next] ?? 0) - (starts[first] ?? 0)) / ideal - 1;
    const cut = isLast ? 0 : (cuts[next - 1] ?? 0);
    if (next - first < SHORTEST || cut > MOST_CUT) return Infinity;
    return (isLast && uneven < 0 ? 0 : uneven * uneven) + CUT_COST * cut;
  };
  type Way = { cost: number; end: number; before: Way | null };
  let ways: Way[] = layers.map((_, at) => ({ cost: costOf(0, at + 1), end: at + 1, before: null }));
  for (let line = 1; line < lines; line++)
    ways = layers.map((_, at) =>
      ways.slice(0, at).reduce(
        (best: Way, before) => {
          const cost = before.cost + costOf(before.end, at + 1);
          // Of equals the one with the longer line first.
          return cost <= best.cost ? { cost, end: at + 1, before } : best;
        },
        { cost: Infinity, end: at + 1, before: null },
      ),
    );
  const last = ways.at(-1);
  if (!last || last.cost === Infinity) return null;
  const breaks: number[] = [];
  for (let way: Way | null = last; way; way = way.before) breaks.unshift(way.end);
  return breaks;
}

function sizeOf(lines: readonly (readonly Layer[])[], direction: PlanDirection): Size {
  const along = Math.max(...lines.map((line) => line.reduce((sum, layer) => sum + layer.along, 0)));
  const across = lines.reduce(
    (sum, line) => sum + Math.max(...line.map((layer) => layer.across)) + LINE_ROOM,
    0,
  );
  return direction === 'right' ? { width: along, height: across } : { width: across, height: along };
}

/** Numbers of lines that may give good proportions. */
function likelyCounts(layers: readonly Layer[], direction: PlanDirection): number[] {
  const along = layers.reduce((sum, layer) => sum + layer.along, 0);
  const across = layers.reduce((sum, layer) => sum + layer.across, 0) / layers.length + LINE_ROOM;
  const ideal = Math.sqrt(
    direction === 'right' ? along / across / TARGET_RATIO : (along / across) * TARGET_RATIO,
  );
  const most = Math.ceil(layers.length / 2);
  return [-1, 0, 1, 2].map((more) => Math.round(ideal) + more).filter((count) => count >= 2 && count <= most);
}

/** A flow broken into lines, and the cost of the connectors between lines, in units of misproportion. */
export type Fold = { lines: Item[][]; cost: number };

/**
 * Breaks a long flow into lines, where few connectors cross the break and the proportions are good.
 * @returns The lines, or null if too many connectors cross every break.
 */
export function foldLines(
  scene: Scene,
  items: readonly Item[],
  edges: readonly PlanEdge[],
  order: FlowOrder,
  direction: PlanDirection,
): Fold | null {
  const layers = layersOf(scene, items, edges, settledDepths(items, edges, order), direction);
  const cuts = cutsOf(layers, edges);
  let best: (Fold & { score: number }) | undefined;
  for (const count of likelyCounts(layers, direction)) {
    const breaks = bestBreaks(layers, cuts, count);
    if (!breaks) continue;
    const lines = breaks.map((end, at) => layers.slice(breaks[at - 1] ?? 0, end));
    const cost = CUT_COST * breaks.slice(0, -1).reduce((sum, end) => sum + (cuts[end - 1] ?? 0), 0);
    const score = misproportion(sizeOf(lines, direction)) + cost;
    if (best && best.score <= score) continue;
    best = { score, cost, lines: lines.map((line) => line.flatMap((layer) => layer.items)) };
  }
  return best ?? null;
}
