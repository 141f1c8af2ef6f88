const minuteMs = 60_000;
/** Users that are remembered before those are forgotten whose allowance is full again. */
const rememberedUsers = 10_000;

/**
 * So many queries at once for each user, which fill up again evenly within a minute; see `MutationAllowance`. Each
 * process counts for itself, in memory: a statement would cost more than most queries.
 */
export class QueryAllowance {
  readonly perMinute: number;
  readonly #now: () => number;
  readonly #bookedUntil = new Map<string, number>();

  /** @param now Milliseconds of a clock that never goes back. */
  constructor(perMinute: number, now = () => performance.now()) {
    this.perMinute = perMinute;
    this.#now = now;
  }

  /** Takes one query from the allowance. @returns Null when it may go on, else the milliseconds after which it may. */
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
