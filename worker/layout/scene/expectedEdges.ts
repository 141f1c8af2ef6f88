import type { Size } from '../../../src/canvas/model/geometry.ts';
import type { Diagram, PlanEdge, PlanLayout } from '../../../src/canvas/model/plan.ts';

/**
 * A diagram that is still being generated, or is on a canvas already.
 * `expectedEdges` influence the layout, but are not shown. Nodes with `sizes` keep them, in pixels.
 */
export type PartialDiagram = Diagram & {
  expectedEdges?: readonly PlanEdge[];
  sizes?: ReadonlyMap<string, Size>;
  /** How a hierarchy is drawn; absent: as its proportions are best. */
  style?: HierarchyStyle;
};

/** One of the ways in which a layout draws a hierarchy. */
export type HierarchyStyle = {
  /** From 0, in the order in which the layout tries them. */
  number: number;
  /** Ids of the branches on the left of the root of a mind map. */
  left: ReadonlySet<string>;
};

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
export function withExpectedEdges(diagram: Diagram): PartialDiagram {
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
