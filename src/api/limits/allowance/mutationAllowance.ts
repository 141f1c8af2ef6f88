import type pg from 'pg';
import { readMutationRate } from '../sql/readMutationRate.ts';
import { takeMutations } from '../sql/takeMutations.ts';
import { type Allowance, allowanceOf, minuteMs } from './allowance.ts';

/** Rate limit of mutations for each user, over all API processes. */
export type MutationAllowance = {
  /** Takes mutations from the user's allowance, all or none. */
  take(userId: string, mutations: number): Promise<Allowance>;
};

/**
 * Creates an allowance that refills evenly within a minute: the generic cell rate algorithm (ITU-T I.371). Its state is
 * one timestamp per user; a request that would move it more than a minute ahead is refused. One statement decides, so
 * concurrent requests can't take the same share twice.
 */
export function createMutationAllowance(pool: pg.Pool, perMinute: number): MutationAllowance {
  return {
    async take(userId, mutations) {
      const shareMs = (mutations * minuteMs) / perMinute;
      const taken = await takeMutations(pool, { userId, shareMs });
      if (taken !== undefined) return allowanceOf(perMinute, taken.bookedMs, null);
      const { bookedMs } = (await readMutationRate(pool, { userId })) ?? { bookedMs: 0 };
      return allowanceOf(perMinute, bookedMs, Math.max(1, bookedMs + shareMs - minuteMs));
    },
  };
}
