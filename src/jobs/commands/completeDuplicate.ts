import type pg from 'pg';
import { useCachedResult } from '../../cache/cachedResult.ts';
import type { PlannerIdentity } from '../../cache/plannerIdentity.ts';
import { inTransaction } from '../../database/transaction.ts';
import { dequeue } from '../queue/queueEntries.ts';
import { completeFromCache } from './completeFromCache.ts';
import { lockNextDuplicate } from './sql/lockNextDuplicate.ts';

/**
 * Completes the next waiting duplicate with its leader's result, which has just been cached.
 * @returns False when none is left, the result is not in the cache, or the queue is paused. Duplicates whose canvas has
 * been edited are left to an attempt, which places the result beside what is there.
 */
export async function completeDuplicate(
  pool: pg.Pool,
  cacheKey: string,
  { planner, ttlHours, perUser }: { planner: PlannerIdentity; ttlHours: number; perUser: number | null },
): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const job = await lockNextDuplicate(tx, { cacheKey });
    if (job === undefined) return false;
    const entry = await useCachedResult(tx, cacheKey, { ttlHours, requestedAt: job.createdAt });
    if (entry === null) return false;
    await completeFromCache(tx, job, entry, planner);
    await dequeue(tx, job.id, perUser);
    return true;
  });
}
