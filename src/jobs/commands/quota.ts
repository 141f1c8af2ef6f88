import { QuotaExceededError } from '../../errors.ts';

export type JobLimits = { maxActivePerUser: number; maxRetries: number };

/**
 * Refuses one more active job beyond the limit.
 * @param active The user's active jobs, counted under `lockOwner`.
 * @throws QuotaExceededError
 */
export function enforceQuota(active: number, { maxActivePerUser }: JobLimits): void {
  if (active >= maxActivePerUser) throw new QuotaExceededError(active, maxActivePerUser);
}
