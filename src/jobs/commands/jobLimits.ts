import { BudgetExceededError, JobsNotAcceptedError, QuotaExceededError } from '../../errors.ts';
import type { Budget, BudgetLimit } from '../budgets/budgets.ts';
import type { Job } from '../job.ts';

export type JobLimits = {
  maxActivePerUser: number;
  maxRetries: number;
  /** Why no jobs are accepted, and until when, where that is known. Default: they are accepted */
  suspension?: { reason: string | null; until: Date | null } | undefined;
  /** Limits of what models may use up in a month. Default: none, also since no model is asked. */
  budgets?: readonly BudgetLimit[];
  /** Called with the budgets of a job's owner. */
  watchBudgets?: (ownerId: string, budgets: readonly Budget[]) => void;
};

/** The budgets that a job is checked against: a source and a tidied canvas are read as they are, and cost nothing. */
export function budgetsFor(
  { budgets = [] }: JobLimits,
  { type, source }: { type: Job['type']; source?: string | null | undefined },
): readonly BudgetLimit[] {
  return type === 'TIDY_CANVAS' || (source ?? null) !== null ? [] : budgets;
}

/**
 * Refuses every job while none are accepted, one more active job than a user may have, and jobs that a model plans when
 * a budget of the month is used up.
 * @param owner Counted and read under `lockOwner`: active jobs, and the budgets of `budgetsFor`.
 * @throws JobsNotAcceptedError, QuotaExceededError, BudgetExceededError
 */
export function enforceLimits(
  { id, active, budgets }: { id: string; active: number; budgets: readonly Budget[] },
  { suspension, maxActivePerUser, watchBudgets }: JobLimits,
): void {
  if (suspension !== undefined) throw new JobsNotAcceptedError(suspension.reason, suspension.until);
  if (active >= maxActivePerUser) throw new QuotaExceededError(active, maxActivePerUser);
  watchBudgets?.(id, budgets);
  const usedUp = budgets.find(({ used, limit }) => used >= limit);
  if (usedUp !== undefined) throw new BudgetExceededError(usedUp);
}
