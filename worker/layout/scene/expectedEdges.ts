import type { Diagram, PlanEdge, PlanLayout } from '../../../src/canvas/model/plan.ts';

/** A diagram of which more is to come. `expectedEdges` are connectors that it gets its places by, and that nobody sees. */
export type PartialDiagram = Diagram & { expectedEdges?: readonly PlanEdge[] };

/** What a node that nothing leads to yet most likely hangs on: the one before it, or the first of all. */
const LIKELY: Partial<Record<PlanLayout, 'previous' | 'first'>> = {
  flow: 'previous',
  tree: 'first',
  mindmap: 'first',
};

/**
 * The connectors that are likely to come: planners name all steps of a flow, mostly in their order, before they
 * join them. Without a guess the steps would be set out as if nothing joined them, and move when something does.
 */
export const withExpectedEdges = (diagram: Diagram): PartialDiagram => {
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
};
