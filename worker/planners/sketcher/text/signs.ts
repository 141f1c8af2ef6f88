import { type Item, leaf } from './item.ts';
import { hasWords } from './plain.ts';

const SIGNED = /^\s*([+−–-])\s*(\S.*)$/u;

/** Lines that begin with "+" or "-", at least one with each: two lists of which the signs are the names. Null for other texts. */
export function signedItems(text: string): Item[] | null {
  const lists = { '+': [] as Item[], '-': [] as Item[] };
  for (const line of text.split('\n').filter(hasWords)) {
    const [, sign, words] = SIGNED.exec(line) ?? [];
    if (words === undefined) return null;
    lists[sign === '+' ? '+' : '-'].push(leaf(words));
  }
  const items = Object.entries(lists).map(([name, children]) => ({ text: name, children }));
  return items.some(({ children }) => children.length === 0) ? null : items;
}
