/** States of a search, least cost first: a binary heap. */
export class Frontier {
  // Two lists of numbers rather than one of pairs: a search on a large canvas adds a million of them.
  readonly #states: number[] = [];
  readonly #costs: number[] = [];

  /** Adds a state with its cost. */
  push(state: number, cost: number): void {
    let at = this.#states.push(state) - 1;
    this.#costs.push(cost);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#cost(above) <= cost) break;
      this.#swap(at, above);
      at = above;
    }
  }

  /** Takes out the state with the least cost. */
  pop(): number | undefined {
    const last = this.#states.length - 1;
    if (last < 0) return undefined;
    this.#swap(0, last);
    const least = this.#states.pop();
    this.#costs.pop();
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const next = this.#cost(left + 1) < this.#cost(left) ? left + 1 : left;
      if (this.#cost(next) >= this.#cost(at)) return least;
      this.#swap(at, next);
      at = next;
    }
  }

  #cost(at: number): number {
    return this.#costs[at] ?? Infinity;
  }

  #swap(a: number, b: number): void {
    const [state, cost] = [this.#states[a] ?? 0, this.#costs[a] ?? 0];
    this.#states[a] = this.#states[b] ?? 0;
    this.#costs[a] = this.#costs[b] ?? 0;
    this.#states[b] = state;
    this.#costs[b] = cost;
  }
}
