import type { PlanEdge } from '../../../../src/canvas/model/plan.ts';

/** The order of a flow's steps, derived from its edges. */
export type FlowOrder = {
  /** Ids of the edges that lead back to an earlier step. */
  back: ReadonlySet<string>;
  /** Distance of each step from the start along the longest path, from 0. */
  depths: ReadonlyMap<string, number>;
  /** Number of steps after each step along the longest path. */
  remaining: ReadonlyMap<string, number>;
  /** Number of steps on the longest path. */
  length: number;
  /** Maximum number of steps at the same distance from the start. */
  breadth: number;
};

/**
 * Depth-first, from starts in the order given: an edge to a step that is still under way leads back. Dashed edges
 * are followed last, since planners draw the ways back and the exceptions with them.
 */
function backEdges(ids: readonly string[], leaving: Map<string, PlanEdge[]>): Set<string> {
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  for (const start of ids) {
    if (state.has(start)) continue;
    // An explicit stack: a chain may be longer than the call stack allows.
    const stack = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = leaving.get(top.id)?.[top.next++];
      if (!edge) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(edge.to) === 'open') back.add(edge.id);
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ id: edge.to, next: 0 });
      }
    }
  }
  return back;
}

/** Distance of each step from the start along the longest way. */
function depthsOf(ids: readonly string[], forward: readonly PlanEdge[]): Map<string, number> {
  const depths = new Map(ids.map((id) => [id, 0]));
  const waiting = new Map(ids.map((id) => [id, forward.filter((edge) => edge.to === id).length]));
  const leaving = Map.groupBy(forward, (edge) => edge.from);
  const ready = ids.filter((id) => waiting.get(id) === 0);
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    for (const { to } of leaving.get(id) ?? []) {
      depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(id) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return depths;
}

/** Computes the order of a flow. Ignores edges that leave `ids`, and edges from a step to itself. */
export function flowOrder(ids: readonly string[], edges: readonly PlanEdge[]): FlowOrder {
  const known = new Set(ids);
  const inner = edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const isDashed = (edge: PlanEdge): number => Number(edge.style === 'dashed');
  const solidFirst = inner.toSorted((a, b) => isDashed(a) - isDashed(b));
  const notEntered = (by: readonly PlanEdge[]): string[] => {
    const entered = new Set(by.map((edge) => edge.to));
    return ids.filter((id) => !entered.has(id));
  };
  const starts = [...notEntered(inner), ...notEntered(inner.filter((edge) => !isDashed(edge))), ...ids];
  const back = backEdges(
    starts,
    Map.groupBy(solidFirst, (edge) => edge.from),
  );
  const forward = inner.filter((edge) => !back.has(edge.id));
  const depths = depthsOf(ids, forward);
  const layers = [...Map.groupBy(depths.values(), (depth) => depth).values()];
  return {
    back,
    depths,
    remaining: depthsOf(
      ids,
      forward.map((edge) => ({ ...edge, from: edge.to, to: edge.from })),
    ),
    length: layers.length,
    breadth: Math.max(0, ...layers.map((layer) => layer.length)),
  };
}
