import { InputValidationError, NotFoundError } from '../../../errors.ts';
import { budgetLimits } from '../../../jobs/budgets/budgets.ts';
import type { JobLimits } from '../../../jobs/commands/jobLimits.ts';
import { readableBy } from '../../auth/viewer.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { decodeId } from '../../graphql/ids.ts';

/** The owner whose jobs the viewer may change; null for operators, who may change everyone's. */
export function changeableBy(context: Context): string | null {
  return readableBy(viewerOf(context)).ownerId ?? null;
}

/** @throws NotFoundError It is not the id of a job. */
export function existingJobId(globalId: string): string {
  const id = decodeId('CanvasJob', globalId);
  if (id === null) throw new NotFoundError('job');
  return id;
}

/** @throws InputValidationError The priority is URGENT, and the viewer is not an operator. */
export function refuseUrgent(priority: string, context: Context): void {
  if (priority !== 'URGENT' || viewerOf(context).role === 'OPS') return;
  const message = 'Only operators may use the priority URGENT.';
  throw new InputValidationError([{ path: ['priority'], message, code: 'NOT_ALLOWED' }]);
}

/** The limits of jobs, as configured. */
export function limitsOf({ config, watchBudgets }: Context): JobLimits {
  const { ACCEPT_JOBS, ACCEPT_JOBS_REASON: reason = null, ACCEPT_JOBS_AGAIN_AT: until = null } = config;
  return {
    maxActivePerUser: config.MAX_ACTIVE_JOBS_PER_USER,
    maxRetries: config.MAX_JOB_RETRIES,
    // The sketcher costs nothing.
    budgets: config.openai === null ? [] : budgetLimits(config),
    watchBudgets,
    suspension: ACCEPT_JOBS ? undefined : { reason, until },
  };
}
