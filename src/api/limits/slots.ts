/**
 * What each user may hold a limited number of at the same time in this process, such as connections. They are
 * this process's own resources, so each process counts for itself.
 */
export class Slots {
  readonly limit: number;
  readonly #taken = new Map<string, number>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Slots that are taken, of all users. */
  get taken(): number {
    return [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Takes a slot. @returns What gives it back (once, however often it is called); null when none is left. */
  take(user: string): (() => void) | null {
    const taken = this.#taken.get(user) ?? 0;
    if (taken >= this.limit) return null;
    this.#taken.set(user, taken + 1);
    let held = true;
    return () => {
      if (held) this.#giveBack(user);
      held = false;
    };
  }

  #giveBack(user: string): void {
    const left = (this.#taken.get(user) ?? 1) - 1;
    if (left === 0) this.#taken.delete(user);
    else this.#taken.set(user, left);
  }
}
