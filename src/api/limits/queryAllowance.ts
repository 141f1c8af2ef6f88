const minuteMs = 60_000;
/** Number of users above which those with a full allowance are forgotten. */
const rememberedUsers = 10_000;

/**
 * Rate limit of queries for each user, with the algorithm of `MutationAllowance`. Each process counts on its own, in
 * memory: a statement would cost more than most queries.
 */
export class QueryAllowance {
  readonly perMinute: number;
  readonly #now: () => number;
  readonly #bookedUntil = new Map<string, number>();

  /** @param now Milliseconds of a monotonic clock. */
  constructor(perMinute: number, now = () => performance.now()) {
    this.perMinute = perMinute;
    this.#now = now;
  }

  /** Takes one query from the allowance. @returns Null if it may run, else the milliseconds after which it may. */
  take(userId: string): number | null {
    const now = this.#now();
    const bookedUntil = Math.max(this.#bookedUntil.get(userId) ?? now, now) + minuteMs / this.perMinute;
    const waitMs = bookedUntil - now - minuteMs;
    if (waitMs > 0) return waitMs;
    if (this.#bookedUntil.size >= rememberedUsers) this.#forget(now);
    this.#bookedUntil.set(userId, bookedUntil);
    return null;
  }

  #forget(now: number): void {
    for (const [userId, bookedUntil] of this.#bookedUntil) {
      if (bookedUntil <= now) this.#bookedUntil.delete(userId);
    }
  }
}
