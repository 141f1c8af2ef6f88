/** Values that are worth keeping for a while: at most so many, each for so long. */
export class RecentValues<Value> {
  readonly #maxCount: number;
  readonly #keptMs: number;
  readonly #values = new Map<string, { value: Value; until: number }>();

  constructor(maxCount: number, keptMs: number) {
    this.#maxCount = maxCount;
    this.#keptMs = keptMs;
  }

  get(key: string): Value | undefined {
    const known = this.#values.get(key);
    return known !== undefined && performance.now() < known.until ? known.value : undefined;
  }

  set(key: string, value: Value): void {
    this.#values.delete(key);
    const [oldest] = this.#values.keys();
    if (oldest !== undefined && this.#values.size >= this.#maxCount) this.#values.delete(oldest);
    this.#values.set(key, { value, until: performance.now() + this.#keptMs });
  }
}
