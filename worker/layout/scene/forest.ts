import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import { edgesAmong, type Item, type Scene } from './scene.ts';

/** An item and its subtrees. `edge` connects it to its parent. */
export type Tree = { item: Item; edge: PlanEdge | null; children: Tree[] };

type Link = { edge: PlanEdge; from: string; to: string };

/** Whether every item has at most one parent, without cycles or parallel edges. */
export function isForest(scene: Scene, items: readonly Item[]): boolean {
  const parents = new Map<string, string>();
  for (const { from, to } of edgesAmong(scene, items)) {
    if (parents.has(to)) return false;
    parents.set(to, from);
  }
  return items.every((item) => {
    const seen = new Set<string>();
    for (let at: string | undefined = item.id; at !== undefined; at = parents.get(at)) {
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return true;
  });
}

/** The item that the others hang on: one that nothing points at, else the best connected. */
function rootOf(items: readonly Item[], links: readonly Link[]): Item | undefined {
  const pointedAt = new Set(links.map((link) => link.to));
  const degree = (id: string): number => links.filter(({ from, to }) => from === id || to === id).length;
  const free = items.filter((item) => !pointedAt.has(item.id));
  return (free.length > 0 ? free : items).toSorted((a, b) => degree(b.id) - degree(a.id))[0];
}

/** Links by each of their ends. */
function linksByEnd(links: readonly Link[]): Map<string, Link[]> {
  const byEnd = new Map<string, Link[]>();
  for (const link of links)
    for (const end of [link.from, link.to]) byEnd.set(end, [...(byEnd.get(end) ?? []), link]);
  return byEnd;
}

/**
 * Builds a spanning tree of a connected part, breadth first from its root. Follows edges in both directions, so that it
 * reaches every item.
 */
export function treeOf(scene: Scene, items: readonly Item[]): Tree | null {
  const links = edgesAmong(scene, items);
  const root = rootOf(items, links);
  if (!root) return null;
  const byEnd = linksByEnd(links);
  const unseen = new Map(items.map((item) => [item.id, item]));
  unseen.delete(root.id);
  const tree: Tree = { item: root, edge: null, children: [] };
  const queue = [tree];
  for (let parent = queue.shift(); parent; parent = queue.shift()) {
    for (const { edge, from, to } of byEnd.get(parent.item.id) ?? []) {
      const child = unseen.get(from === parent.item.id ? to : from);
      if (!child) continue;
      unseen.delete(child.id);
      const joinsDirectly = edge.from === from && edge.to === to;
      const branch = { item: child, edge: joinsDirectly ? edge : null, children: [] };
      parent.children.push(branch);
      queue.push(branch);
    }
  }
  return tree;
}

/** Number of levels below the root. */
export function depthOf(tree: Tree): number {
  return tree.children.reduce((deepest, child) => Math.max(deepest, 1 + depthOf(child)), 0);
}
