import { onlyRow, type Sql } from '../../database/connection.ts';
import type { AttemptOutcome } from '../../database/generated/prisma/enums.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import type { JobError } from '../../events/log/jobEvent.ts';
import type { AttemptId } from '../job.ts';
import { enqueue, wakeSuccessor } from '../queue/queueEntries.ts';
import { type TransitionName, transitions } from '../transitions.ts';
import { recordableCount, recordableError, recordableUsage, recordableWarnings } from './recordable.ts';

/** What an attempt has used; null where no model was asked. */
export type AttemptUsage = {
  inputTokens: number;
  outputTokens: number;
  estimated: boolean;
  costUsd: number | null;
} | null;

/** What was not spent because the result of another job was used; null where it was not. */
export type SavedCost = { tokens: number; costUsd: number } | null;

/**
 * The ways in which an attempt ends. Each runs in the caller's transaction and answers false, having written
 * nothing, when the attempt is no longer the current one or its job is in another state by now: whoever was
 * presumed dead, or was too late, can do no harm.
 */

/** What a job that waits again looks like: the preview of the attempt before is gone. */
const waiting = "phase = 'QUEUED', progress = 0, object_count = 0";

/** The result is on the canvas: `canvasVersion` was committed in this transaction. */
export async function completeAttempt(
  tx: Sql,
  attempt: AttemptId,
  result: { objectCount: number; warnings: string[]; usage: AttemptUsage; saved: SavedCost },
  commitCanvas: () => Promise<number>,
): Promise<boolean> {
  const { objectCount, usage, saved } = result;
  const warnings = recordableWarnings(result.warnings);
  const set = `phase = 'DONE', progress = 1, finished_at = now(), object_count = $5, warnings = $6,
    cache_hit = $7, saved_tokens = $8, saved_cost_usd = $9`;
  const values = [
    objectCount,
    warnings,
    saved !== null,
    recordableCount(saved?.tokens ?? 0),
    saved?.costUsd ?? 0,
  ];
  if (!(await move(tx, 'complete', attempt, set, values))) return false;
  await recordOutcome(tx, attempt, 'SUCCEEDED', { usage });
  const canvasVersion = await commitCanvas();
  await appendEvents(tx, attempt.jobId, [{ type: 'JobCompleted', payload: { canvasVersion, objectCount } }]);
  return true;
}

/** It failed, and another attempt follows after `delayMs` milliseconds. */
export async function scheduleRetry(
  tx: Sql,
  attempt: AttemptId,
  failure: { error: JobError; delayMs: number; usage: AttemptUsage },
): Promise<boolean> {
  const { delayMs, usage } = failure;
  const error = recordableError(failure.error);
  const { rows } = await tx.query<{ at: Date }>("SELECT now() + $1 * interval '1 millisecond' AS at", [
    delayMs,
  ]);
  const nextAttemptAt = onlyRow(rows).at;
  const set = `${waiting}, next_attempt_at = $5, error_code = $6, error_message = $7, error_retryable = $8`;
  const values = [nextAttemptAt, error.code, error.message, error.retryable];
  if (!(await move(tx, 'scheduleRetry', attempt, set, values))) return false;
  await recordOutcome(tx, attempt, 'FAILED', { error, retryDelayMs: delayMs, usage });
  const payload = { error, nextAttemptAt: nextAttemptAt.toISOString() };
  await appendEvents(tx, attempt.jobId, [{ type: 'JobRetryScheduled', payload }]);
  await enqueue(tx, attempt.jobId, nextAttemptAt);
  return true;
}

/** It failed, and that was the job's last attempt. */
export async function failAttempt(
  tx: Sql,
  attempt: AttemptId,
  failure: { error: JobError; usage: AttemptUsage; outcome?: 'FAILED' | 'LOST' },
): Promise<boolean> {
  const { usage, outcome = 'FAILED' } = failure;
  const error = recordableError(failure.error);
  const set = `phase = 'DONE', finished_at = now(), object_count = 0,
    error_code = $5, error_message = $6, error_retryable = $7`;
  if (!(await move(tx, 'fail', attempt, set, [error.code, error.message, error.retryable]))) return false;
  await recordOutcome(tx, attempt, outcome, { error, usage });
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
  const set = "phase = 'DONE', finished_at = now(), object_count = $5";
  const kept = commitPartial === null ? 0 : objectCount;
  if (!(await move(tx, 'finishCancel', attempt, set, [kept]))) return false;
  await recordOutcome(tx, attempt, outcome, { usage });
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
  // No longer the leader: whichever duplicate is next in the queue may take over.
  const set = `${waiting}, max_attempts = max_attempts + 1, is_leader = false`;
  if (!(await move(tx, 'release', attempt, set, []))) return false;
  await recordOutcome(tx, attempt, outcome, { usage });
  await appendEvents(tx, attempt.jobId, [{ type: 'JobAttemptLost', payload: {} }]);
  await enqueue(tx, attempt.jobId);
  return true;
}

/** Takes the job along a transition, if it may go there and the attempt is the current one. */
async function move(tx: Sql, name: TransitionName, attempt: AttemptId, set: string, values: unknown[]) {
  const { from, to } = transitions[name];
  const { rowCount } = await tx.query(
    `UPDATE canvas_job SET status = $4, ${set} WHERE id = $1 AND attempt = $2 AND status = ANY($3::job_status[])`,
    [attempt.jobId, attempt.number, from, to, ...values],
  );
  return rowCount === 1;
}

type Ending = { error?: JobError; retryDelayMs?: number; usage: AttemptUsage };

async function recordOutcome(tx: Sql, attempt: AttemptId, outcome: AttemptOutcome, ending: Ending) {
  const { error, retryDelayMs } = ending;
  const usage = recordableUsage(ending.usage);
  await tx.query(
    `UPDATE job_attempt
     SET outcome = $3, finished_at = now(), error_code = $4, error_message = $5, error_retryable = $6,
         retry_delay_ms = $7, input_tokens = $8, output_tokens = $9, usage_estimated = COALESCE($10, false),
         cost_usd = $11
     WHERE job_id = $1 AND number = $2 AND outcome IS NULL`,
    [
      attempt.jobId,
      attempt.number,
      outcome,
      error?.code ?? null,
      error?.message ?? null,
      error?.retryable ?? null,
      retryDelayMs ?? null,
      usage?.inputTokens ?? null,
      usage?.outputTokens ?? null,
      usage?.estimated ?? null,
      usage?.costUsd ?? null,
    ],
  );
}
