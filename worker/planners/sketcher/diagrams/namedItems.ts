import type { Item } from '../text/item.ts';
import { MAX_THINGS } from '../text/limits.ts';
import { sharedPart, stems } from '../text/words.ts';

/** Part of their words that two names share at least to mean the same item. */
const SAME = 0.8;

/** A hierarchy in which every item has a name of its own; finding one takes no longer in a longer text. */
export class NamedItems {
  readonly roots: Item[] = [];
  readonly #items: { item: Item; words: Set<string> }[] = [];
  readonly #byName = new Map<string, Item>();

  /** The item that a name means, made if there is none like it; null when there are too many already. */
  ensure(name: string): Item | null {
    const known = this.#find(name) ?? this.#called(name) ?? this.#mostLike(name);
    if (known !== null || this.#isFull) return known;
    const item: Item = { text: name, children: [] };
    this.roots.push(item);
    this.#add(item);
    return item;
  }

  /** Gives the item of that name another text; both names mean it from then on. */
  rename(name: string, text: string): Item | null {
    const item = this.ensure(name);
    if (item === null) return null;
    item.text = text;
    this.#add(item);
    return item;
  }

  /** Puts the item of that name under another, a new one or one that is elsewhere; never one under itself. */
  putUnder(parent: Item, name: string): void {
    const called = this.#find(name) === null ? this.#called(name) : null;
    const known = this.#find(name) ?? (called !== null && this.roots.includes(called) ? called : null);
    if (known === parent || (known !== null && contains(known, parent))) return;
    if (known === null && this.#isFull) return;
    if (known !== null) this.#detach(known);
    const item = known ?? { text: name, children: [] };
    if (known === null) this.#add(item);
    parent.children.push(item);
  }

  /** Adds an item with what is below it, to the one of that name if there is one. */
  merge(item: Item): void {
    const known = this.#find(item.text);
    if (known === null) {
      const root = { text: item.text, children: [...item.children] };
      this.roots.push(root);
      this.#addAll([root]);
    } else {
      for (const child of item.children) known.children.push(child);
      this.#addAll(item.children);
    }
  }

  get #isFull(): boolean {
    return this.#items.length >= MAX_THINGS;
  }

  #find(name: string): Item | null {
    return this.#byName.get(name.toLowerCase()) ?? this.#byName.get(keyOf(name)) ?? null;
  }

  /**
   * "CTO", "Raj" and "Patel" are "CTO Raj Patel": the only item that begins with the name, else the only one that has
   * it, but for "Head of Raj".
   */
  #called(name: string): Item | null {
    if (!/^\p{Lu}/u.test(name)) return null;
    const wanted = spaced(name);
    const having = new Set(
      this.#items.map(({ item }) => item).filter(({ text }) => spaced(text).includes(wanted)),
    );
    const begun = [...having].filter(({ text }) => spaced(text).startsWith(wanted));
    const found =
      begun.length > 0
        ? begun
        : [...having].filter(({ text }) => !OF.test(spaced(text).split(wanted)[0] ?? ''));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  #mostLike(name: string): Item | null {
    const words = new Set(stems(name));
    let best: Item | null = null;
    let bestPart = 0;
    for (const { item, words: others } of this.#items) {
      const part = sharedPart(words, others);
      if (part >= SAME && part > bestPart) [best, bestPart] = [item, part];
    }
    return best;
  }

  #addAll(items: readonly Item[]): void {
    for (const item of items) {
      this.#add(item);
      this.#addAll(item.children);
    }
  }

  #add(item: Item): void {
    this.#items.push({ item, words: new Set(stems(item.text)) });
    for (const name of [item.text.toLowerCase(), keyOf(item.text)])
      if (!this.#byName.has(name)) this.#byName.set(name, item);
  }

  #detach(item: Item): void {
    for (const list of [this.roots, ...this.#items.map((owner) => owner.item.children)]) {
      const at = list.indexOf(item);
      if (at !== -1) list.splice(at, 1);
    }
  }
}

/** The words of a name in small letters with a space around each. */
const spaced = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}&'’-]+/gu) ?? []).join(' ')} `;

/** A word before a name that makes it part of a title: "Head of Sales". */
const OF = / (?:of|for|and|de|für|von)$/;

/** What two names have in common when they differ in small words, endings and order alone. */
function keyOf(name: string): string {
  const words = [...new Set(stems(name))].sort();
  return words.length === 0 ? name.trim().toLowerCase() : `\n${words.join('\n')}`;
}

const contains = (item: Item, other: Item): boolean =>
  item === other || item.children.some((child) => contains(child, other));
