import { JobsNotAcceptedError, QuotaExceededError } from '../../errors.ts';

export type JobLimits = {
  maxActivePerUser: number;
  maxRetries: number;
  /** Why no jobs are accepted, and until when, where that is known. Default: they are accepted */
  suspension?: { reason: string | null; until: Date | null } | undefined;
};

/**
 * Refuses every job while none are accepted, and one more active job than a user may have.
 * @param active The user's active jobs, counted under `lockOwner`.
 * @throws JobsNotAcceptedError, QuotaExceededError
 */
export function enforceLimits(active: number, { suspension, maxActivePerUser }: JobLimits): void {
  if (suspension !== undefined) throw new JobsNotAcceptedError(suspension.reason, suspension.until);
  if (active >= maxActivePerUser) throw new QuotaExceededError(active, maxActivePerUser);
}
