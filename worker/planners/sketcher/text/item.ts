/** A thing that a text names, with what it names below it: the shape that lists and outlines are read into. */
export type Item = { text: string; children: Item[] };

export function leaf(text: string): Item {
  return { text, children: [] };
}

/** Levels of nesting: 0 for no items, 1 for a flat list. */
export function depthOf(items: readonly Item[]): number {
  return items.reduce((deepest, item) => Math.max(deepest, 1 + depthOf(item.children)), 0);
}

/** Keeps at most `max` items, upper levels first, so that a long first branch does not starve the others. */
export function limitItems(items: readonly Item[], max: number): Item[] {
  const roots: Item[] = [];
  let level = items.map((item) => ({ item, into: roots }));
  let left = max;
  while (level.length > 0 && left > 0) {
    const next: typeof level = [];
    for (const { item, into } of level.slice(0, left)) {
      const kept: Item = leaf(item.text);
      into.push(kept);
      next.push(...item.children.map((child) => ({ item: child, into: kept.children })));
    }
    left -= level.length;
    level = next;
  }
  return roots;
}
