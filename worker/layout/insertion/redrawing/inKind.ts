import type { Diagram, PlanEdge } from '../../../../src/canvas/model/plan.ts';
import type { DiagramKind } from '../../redraw/diagramKinds.ts';

type Objects = Diagram['objects'];

/**
 * A diagram that can be laid out as the kind that it was: a hierarchy without the new connectors that lead across it or
 * back, which would turn it into a flow with another order; a board or notes without any. Those get their ways when
 * everything has its place.
 *
 * @param known Ids of the boxes that were there.
 * @returns Null if something new would stand in another way than the kind has: on its own, beside a line, or joined to a card.
 */
export function inKind(
  { layout }: DiagramKind,
  objects: Objects,
  known: ReadonlySet<string>,
): Objects | null {
  const edges = objects.filter((object) => object.type === 'edge');
  if (layout === 'timeline') return isLine(edges) ? objects : null;
  if (layout === 'kanban' || layout === 'swot' || layout === 'grid')
    return edges.length === 0 ? objects : null;
  if (layout !== 'tree' && layout !== 'mindmap') return objects;
  const kept = forestOf(edges);
  const joined = new Set([...kept].flatMap(({ from, to }) => [from, to]));
  const others = objects.filter((object) => object.type !== 'edge');
  if (others.some(({ id }) => !known.has(id) && !joined.has(id))) return null;
  return [...others, ...kept];
}

function isLine(edges: readonly PlanEdge[]): boolean {
  const [starts, ends] = [new Set(edges.map(({ from }) => from)), new Set(edges.map(({ to }) => to))];
  return starts.size === edges.length && ends.size === edges.length;
}

/** The connectors that give each box one parent at most, without a cycle: the first come first. */
function forestOf(edges: readonly PlanEdge[]): PlanEdge[] {
  const parents = new Map<string, string>();
  const isAbove = (above: string, id: string): boolean => {
    let at: string | undefined = id;
    while (at !== undefined && at !== above) at = parents.get(at);
    return at === above;
  };
  return edges.filter(({ from, to }) => {
    if (parents.has(to) || isAbove(to, from)) return false;
    parents.set(to, from);
    return true;
  });
}
