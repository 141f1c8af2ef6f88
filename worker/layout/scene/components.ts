import { edgesAmong, type Item, type Scene } from './scene.ts';

/** Splits items into connected parts, in the order of their first item. An edge of a frame's contents connects it. */
export function connectedParts(scene: Scene, items: readonly Item[]): Item[][] {
  const leaders = new Map(items.map((item) => [item.id, item.id]));
  const leaderOf = (id: string): string => {
    let at = id;
    for (let next = leaders.get(at); next !== undefined && next !== at; next = leaders.get(at)) at = next;
    return at;
  };
  for (const { from, to } of edgesAmong(scene, items)) leaders.set(leaderOf(to), leaderOf(from));
  return [...Map.groupBy(items, (item) => leaderOf(item.id)).values()];
}
