import type { Diagram, PlanEdge, PlanFrame, PlanNode } from '../../../../src/canvas/model/plan.ts';
import type { PlanContent } from '../../../plan/planContent.ts';
import { groupsOf } from '../../scene/components.ts';

/** New objects that are placed together, because connectors join them. */
export type Cluster = {
  /** Its objects, and the connectors between them. */
  diagram: Diagram;
  ids: ReadonlySet<string>;
  /** The existing frame to place it in, or null if the plan names none. */
  hostId: string | null;
  /** Connectors between the cluster and other objects, new or existing. */
  links: PlanEdge[];
};

type Item = PlanFrame | PlanNode;

/**
 * Splits a plan's new objects into clusters that are placed independently. Unconnected cards in a frame are a cluster
 * each.
 */
export function clustersOf(plan: Pick<PlanContent, 'diagram' | 'existingFrames' | 'links'>): Cluster[] {
  const { layout, direction, objects } = plan.diagram;
  const items = objects.filter((object) => object.type !== 'edge');
  const edges = objects.filter((object) => object.type === 'edge');
  const rootOf = rootsOf(items);
  const hostOf = (id: string) => plan.existingFrames.get(rootOf(id)) ?? null;
  const groups = groupsOf(items.map(({ id }) => rootOf(id)));
  for (const { from, to } of edges) {
    if (hostOf(from) === hostOf(to)) groups.join(rootOf(from), rootOf(to));
  }
  return [...Map.groupBy(items, ({ id }) => groups.nameOf(rootOf(id))).values()].map((clustered) => {
    const ids = new Set(clustered.map(({ id }) => id));
    const isInner = ({ from, to }: PlanEdge) => ids.has(from) && ids.has(to);
    const isOuter = ({ from, to }: PlanEdge) => ids.has(from) !== ids.has(to);
    return {
      diagram: { layout, direction, objects: [...clustered, ...edges.filter(isInner)] },
      ids,
      hostId: hostOf(clustered[0]?.id ?? ''),
      links: [...edges, ...plan.links].filter(isOuter),
    };
  });
}

/** The outermost new frame around an object, or itself. */
function rootsOf(items: readonly Item[]): (id: string) => string {
  const parents = new Map(items.map(({ id, parent }) => [id, parent]));
  return (id) => {
    let at = id;
    for (let up = parents.get(at) ?? null; up !== null && parents.has(up); up = parents.get(at) ?? null)
      at = up;
    return at;
  };
}
