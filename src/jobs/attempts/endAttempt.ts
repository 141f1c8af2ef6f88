import type { AttemptOutcome } from '../../database/generated/prisma/enums.ts';
import type { Sql } from '../../database/statement.ts';
import { notifyJobChange } from '../../events/listener/notifyChanges.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import type { JobError, NewJobEvent } from '../../events/log/jobEvent.ts';
import type { AttemptId } from '../job.ts';
import { enqueue, wakeSuccessor } from '../queue/queueEntries.ts';
import {
  type AttemptUsage,
  recordableCount,
  recordableDetail,
  recordableError,
  recordableUsage,
  recordableWarnings,
} from './recordable.ts';
import { completeJob } from './sql/completeJob.ts';
import { failJob } from './sql/failJob.ts';
import { finishCancel } from './sql/finishCancel.ts';
import { lockJobFor } from './sql/lockJobFor.ts';
import { recordOutcome } from './sql/recordOutcome.ts';
import { releaseJob } from './sql/releaseJob.ts';
import { scheduleJobRetry } from './sql/scheduleJobRetry.ts';

/** Tokens and cost that a cached result saved; null without one. */
export type SavedCost = { tokens: number; costUsd: number } | null;

/**
 * The outcomes of an attempt. Each function runs in the caller's transaction. It returns false, with nothing written,
 * when the attempt is no longer the current one or its job has another state: an attempt that was declared lost
 * changes nothing.
 */

/**
 * Locks the job of an attempt that is to be completed, until the transaction ends.
 * @returns Whether it may be: the attempt is the current one, and its job was not cancelled.
 */
export const lockCompletable = lockJobFor('complete');

/**
 * The result is on the canvas: `canvasVersion` is committed in this transaction, which has locked the job. `events`
 * precede its last event in the log.
 */
export async function completeAttempt(
  tx: Sql,
  attempt: AttemptId,
  result: {
    canvasVersion: number;
    objectCount: number;
    warnings: string[];
    usage: AttemptUsage;
    saved: SavedCost;
    events: readonly NewJobEvent[];
  },
): Promise<void> {
  const { canvasVersion, objectCount, usage, saved } = result;
  const completed: NewJobEvent = { type: 'JobCompleted', payload: { canvasVersion, objectCount } };
  const [change] = await Promise.all([
    completeJob(tx, {
      ...attempt,
      objectCount,
      warnings: recordableWarnings(result.warnings),
      cacheHit: saved !== null,
      savedTokens: recordableCount(saved?.tokens ?? 0),
      savedCostUsd: saved?.costUsd ?? 0,
      events: JSON.stringify([...result.events, completed]),
    }),
    record(tx, attempt, 'SUCCEEDED', { usage }),
  ]);
  notifyJobChange(tx, change);
}

/** It failed, and another attempt follows after `delayMs` milliseconds. */
export async function scheduleRetry(
  tx: Sql,
  attempt: AttemptId,
  failure: { error: JobError; detail: string | null; delayMs: number; usage: AttemptUsage },
): Promise<boolean> {
  const { detail, delayMs, usage } = failure;
  const error = recordableError(failure.error);
  const scheduled = await scheduleJobRetry(tx, { ...attempt, ...error, delayMs });
  if (scheduled === undefined) return false;
  const { nextAttemptAt } = scheduled;
  const payload = { error, nextAttemptAt: nextAttemptAt.toISOString(), requested: false };
  await Promise.all([
    record(tx, attempt, 'FAILED', { error, detail, retryDelayMs: delayMs, usage }),
    appendEvents(tx, attempt.jobId, [{ type: 'JobRetryScheduled', payload }]),
    enqueue(tx, attempt.jobId, nextAttemptAt),
  ]);
  return true;
}

/** It failed, and that was the job's last attempt. */
export async function failAttempt(
  tx: Sql,
  attempt: AttemptId,
  failure: { error: JobError; detail: string | null; usage: AttemptUsage; outcome?: 'FAILED' | 'LOST' },
): Promise<boolean> {
  const { detail, usage, outcome = 'FAILED' } = failure;
  const error = recordableError(failure.error);
  if (!(await failJob(tx, { ...attempt, ...error }))) return false;
  await record(tx, attempt, outcome, { error, detail, usage });
  await appendEvents(tx, attempt.jobId, [{ type: 'JobFailed', payload: { error } }]);
  await wakeSuccessor(tx, attempt.jobId);
  return true;
}

/** Its job was to be cancelled; `commitPartial` puts what has been generated on the canvas, if that is wanted. */
export async function cancelAttempt(
  tx: Sql,
  attempt: AttemptId,
  partial: { objectCount: number; usage: AttemptUsage; outcome?: 'CANCELLED' | 'LOST' },
  commitPartial: (() => Promise<unknown>) | null = null,
): Promise<boolean> {
  const { objectCount, usage, outcome = 'CANCELLED' } = partial;
  const kept = commitPartial === null ? 0 : objectCount;
  if (!(await finishCancel(tx, { ...attempt, objectCount: kept }))) return false;
  await record(tx, attempt, outcome, { usage });
  await commitPartial?.();
  const payload = { keptPartial: commitPartial !== null };
  await appendEvents(tx, attempt.jobId, [{ type: 'JobCancelled', payload }]);
  await wakeSuccessor(tx, attempt.jobId);
  return true;
}

/** Its worker is gone, or gives the job back: another worker may go on at once, and no attempt is counted. */
export async function releaseAttempt(
  tx: Sql,
  attempt: AttemptId,
  outcome: 'LOST' | 'HANDED_BACK',
  usage: AttemptUsage = null,
): Promise<boolean> {
  if (!(await releaseJob(tx, attempt))) return false;
  await record(tx, attempt, outcome, { usage });
  await appendEvents(tx, attempt.jobId, [{ type: 'JobAttemptLost', payload: {} }]);
  await enqueue(tx, attempt.jobId);
  return true;
}

type Details = { error?: JobError; detail?: string | null; retryDelayMs?: number; usage: AttemptUsage };

async function record(
  tx: Sql,
  attempt: AttemptId,
  outcome: AttemptOutcome,
  { error, detail = null, retryDelayMs, ...details }: Details,
): Promise<void> {
  const usage = recordableUsage(details.usage);
  await recordOutcome(tx, {
    ...attempt,
    outcome,
    errorCode: error?.code ?? null,
    errorMessage: error?.message ?? null,
    errorRetryable: error?.retryable ?? null,
    errorDetail: recordableDetail(detail),
    retryDelayMs: retryDelayMs ?? null,
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    usageEstimated: usage?.estimated ?? false,
    costUsd: usage?.costUsd ?? null,
  });
}
