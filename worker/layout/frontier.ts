/** States of a search, least cost first: a binary heap. */
export class Frontier {
  readonly #items: { state: number; cost: number }[] = [];

  /** Adds a state with its cost. */
  push(state: number, cost: number): void {
    const items = this.#items;
    let at = items.push({ state, cost }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((items[above]?.cost ?? 0) <= cost) break;
      this.#swap(at, above);
      at = above;
    }
  }

  /** Takes out the state with the least cost. */
  pop(): number | undefined {
    const items = this.#items;
    const [least] = items;
    const last = items.pop();
    if (!least || !last || items.length === 0) return least?.state;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const next = this.#cost(left + 1) < this.#cost(left) ? left + 1 : left;
      if (this.#cost(next) >= last.cost) return least.state;
      this.#swap(at, next);
      at = next;
    }
  }

  #cost(at: number): number {
    return this.#items[at]?.cost ?? Infinity;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#items[a], this.#items[b]];
    if (!first || !second) return;
    this.#items[a] = second;
    this.#items[b] = first;
  }
}
