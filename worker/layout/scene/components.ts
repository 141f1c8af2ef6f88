import { edgesAmong, type Item, type Scene } from './scene.ts';

/** Sets that can be merged, each named by one of its elements. */
export function groupsOf(ids: readonly string[]) {
  const names = new Map(ids.map((id) => [id, id]));
  const nameOf = (id: string): string => {
    let at = id;
    for (let next = names.get(at); next !== undefined && next !== at; next = names.get(at)) at = next;
    return at;
  };
  return { nameOf, join: (one: string, other: string) => names.set(nameOf(one), nameOf(other)) };
}

/** Splits items into connected parts, in the order of their first item. An edge of a frame's contents connects it. */
export function connectedParts(scene: Scene, items: readonly Item[]): Item[][] {
  const groups = groupsOf(items.map(({ id }) => id));
  for (const { from, to } of edgesAmong(scene, items)) groups.join(to, from);
  return [...Map.groupBy(items, ({ id }) => groups.nameOf(id)).values()];
}
