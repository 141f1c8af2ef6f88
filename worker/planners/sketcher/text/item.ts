/** A thing that a text names, with what it names below it: the shape that lists and outlines are read into. */
export type Item = { text: string; children: Item[] };

export function leaf(text: string): Item {
  return { text, children: [] };
}

/** Levels of nesting: 0 for no items, 1 for a flat list. */
export function depthOf(items: readonly Item[]): number {
  return items.reduce((deepest, item) => Math.max(deepest, 1 + depthOf(item.children)), 0);
}
