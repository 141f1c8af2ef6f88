/**
 * Limits what each user may hold at the same time, such as connections. These are resources of this process, so each
 * process counts on its own.
 */
export class Slots {
  readonly limit: number;
  readonly #taken = new Map<string, number>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Number of slots taken by all users. */
  get taken(): number {
    return [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Takes a slot. @returns Releases it, idempotent; null when none is left. */
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
