import { type Allowance, allowanceOf, minuteMs } from './allowance.ts';

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

  /** Takes one query from the allowance, if it may run. */
  take(userId: string): Allowance {
    const bookedMs = this.#bookedMs(userId);
    const wantedMs = bookedMs + minuteMs / this.perMinute;
    if (wantedMs > minuteMs) return allowanceOf(this.perMinute, bookedMs, wantedMs - minuteMs);
    const now = this.#now();
    if (this.#bookedUntil.size >= rememberedUsers) this.#forget(now);
    this.#bookedUntil.set(userId, now + wantedMs);
    return allowanceOf(this.perMinute, wantedMs, null);
  }

  /** The allowance as it is, with nothing taken. */
  read(userId: string): Allowance {
    return allowanceOf(this.perMinute, this.#bookedMs(userId), null);
  }

  #bookedMs(userId: string): number {
    const now = this.#now();
    return Math.max(this.#bookedUntil.get(userId) ?? now, now) - now;
  }

  #forget(now: number): void {
    for (const [userId, bookedUntil] of this.#bookedUntil) {
      if (bookedUntil <= now) this.#bookedUntil.delete(userId);
    }
  }
}
