import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import { flowBlock } from '../flow/flow.ts';
import type { Block } from '../scene/block.ts';
import type { Item, Scene } from '../scene/scene.ts';

/** Labels of relations that lead from a subclass to its superclass. */
const inheritance = /^(?:extends|implements|inherits(?: from)?|is an?|realizes)$/i;

const inherits = ({ label }: PlanEdge): boolean => inheritance.test(label?.trim() ?? '');

/** Classes or entities and their relations in layers: superclasses above their subclasses. */
export async function classBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const upward = new Set(scene.edges.filter(inherits).map(({ id }) => id));
  const edges = scene.edges.map((edge) =>
    upward.has(edge.id) ? { ...edge, from: edge.to, to: edge.from } : edge,
  );
  const direction = upward.size > 0 ? 'down' : scene.direction;
  const block = await flowBlock({ ...scene, edges }, items, direction);
  const routes = [...block.routes].map(([id, route]) => {
    return [id, upward.has(id) ? { ...route, points: route.points.toReversed() } : route] as const;
  });
  return { ...block, routes: new Map(routes) };
}
