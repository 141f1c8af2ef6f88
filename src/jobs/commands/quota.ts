import type { Sql } from '../../database/connection.ts';
import { QuotaExceededError } from '../../errors.ts';
import { countActiveJobs } from './sql/countActiveJobs.ts';

export type JobLimits = { maxActivePerUser: number; maxRetries: number };

/**
 * Refuses one more active job beyond the limit. Exact only under `lockOwner`.
 * @throws QuotaExceededError
 */
export async function enforceQuota(tx: Sql, ownerId: string, { maxActivePerUser }: JobLimits): Promise<void> {
  const active = await countActiveJobs(tx, { ownerId });
  if (active >= maxActivePerUser) throw new QuotaExceededError(active, maxActivePerUser);
}
