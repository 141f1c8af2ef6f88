import type { Diagram, PlanEdge, PlanLayout } from '../../src/canvas/model/plan.ts';

/** A diagram of which more may arrive. `expectedEdges` influence the layout, but are not shown. */
export type UnfinishedDiagram = Diagram & { expectedEdges?: readonly PlanEdge[] };

/** What a node that nothing leads to yet most likely hangs on: the one before it, or the first of all. */
const LIKELY: Partial<Record<PlanLayout, 'previous' | 'first'>> = {
  flow: 'previous',
  state: 'previous',
  tree: 'first',
  mindmap: 'first',
};

/**
 * Adds the connectors that are likely to follow. Planners send all steps of a flow, mostly in order, before its edges;
 * without a guess the steps are laid out as unconnected, and move when the edges arrive.
 */
export function withExpectedEdges(diagram: Diagram): UnfinishedDiagram {
  const likely = LIKELY[diagram.layout];
  if (likely === undefined) return diagram;
  const entered = new Set(diagram.objects.flatMap((object) => (object.type === 'edge' ? [object.to] : [])));
  const steps = diagram.objects.filter(
    (object) => object.type === 'node' && object.shape !== 'text' && object.shape !== 'sticky',
  );
  const expectedEdges = steps.flatMap((step, at): PlanEdge[] => {
    const before = steps[likely === 'previous' ? at - 1 : 0];
    if (at === 0 || !before || entered.has(step.id)) return [];
    return [{ type: 'edge', id: `guess ${step.id}`, from: before.id, to: step.id, label: null, style: null }];
  });
  return { ...diagram, expectedEdges };
}
