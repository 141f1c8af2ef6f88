import { type Item, leaf } from './item.ts';

/** What a text of JSON holds, as a hierarchy of its names and values; null for other texts. */
export function jsonItems(text: string): Item[] | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    const items = itemsOf(JSON.parse(text));
    return items.length === 0 ? null : items;
  } catch {
    return null;
  }
}

function itemsOf(value: unknown): Item[] {
  if (typeof value !== 'object' || value === null) return [leaf(String(value))];
  return Object.entries(value).map(([name, inner]): Item => {
    const text = Array.isArray(value) ? `${Number(name) + 1}` : name;
    if (typeof inner === 'object' && inner !== null) return { text, children: itemsOf(inner) };
    return leaf(Array.isArray(value) ? String(inner) : `${text}: ${inner}`);
  });
}
