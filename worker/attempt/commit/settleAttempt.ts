import { commitJobVersion } from '../../../src/canvas/versions/commitVersion.ts';
import { retryWhileUnavailable } from '../../../src/database/outages/retryWhileUnavailable.ts';
import type { Sql } from '../../../src/database/statement.ts';
import { inTransaction } from '../../../src/database/transaction.ts';
import {
  cancelAttempt,
  failAttempt,
  releaseAttempt,
  scheduleRetry,
} from '../../../src/jobs/attempts/endAttempt.ts';
import { retryDelayMs } from '../../../src/jobs/attempts/retryDelay.ts';
import { countFailedAttempts } from '../../../src/jobs/attempts/sql/countFailedAttempts.ts';
import { wakeNextOfOwner } from '../../../src/jobs/queue/queueEntries.ts';
import { layOutPartial, sizeOf } from '../layout/layOutPlan.ts';
import { isPartialWanted } from '../sql/isPartialWanted.ts';
import type { Attempt } from '../state/attempt.ts';
import type { CodedError, Failure, Outcome } from '../state/outcome.ts';
import type { PartialPlan } from '../state/plan.ts';

/**
 * Records how an attempt ended; an outage of the database delays it. An outcome that the database refuses is recorded
 * in a plain form, without any text from outside. If that is refused, too, the attempt is left to the worker's
 * check for attempts that it does not run. Throws nothing.
 */
export async function settleAttempt(attempt: Attempt, outcome: Outcome): Promise<void> {
  if (outcome.type === 'completed' || outcome.type === 'superseded') return;
  const log = attempt.worker.log.child({ outcome: outcome.type });
  try {
    await record(attempt, outcome);
  } catch (error) {
    log.error({ err: error }, 'an outcome could not be recorded; trying a plain form of it');
    await recordPlainly(attempt, outcome).catch((plainError: unknown) =>
      log.error(
        { err: plainError },
        'an outcome could not be recorded; the attempt will be recorded as lost',
      ),
    );
  }
}

type UnrecordedOutcome = Exclude<Outcome, { type: 'completed' | 'superseded' }>;

async function record(attempt: Attempt, outcome: UnrecordedOutcome): Promise<void> {
  if (outcome.type !== 'cancelled') {
    const isRecorded = await inWriteTransaction(attempt, (tx) =>
      outcome.type === 'released'
        ? releaseAttempt(tx, attempt.id, 'HANDED_BACK', outcome.partial?.usage ?? null)
        : recordFailure(tx, attempt, outcome),
    );
    if (isRecorded) return;
    // Refused because the owner has just cancelled.
  }
  await recordCancel(attempt, outcome.partial);
}

const unrecordable: CodedError = {
  code: 'INTERNAL_ERROR',
  message: 'Something went wrong on our side while the outcome was saved.',
  retryable: true,
};

async function recordPlainly(attempt: Attempt, outcome: UnrecordedOutcome): Promise<void> {
  await inWriteTransaction(attempt, async (tx) => {
    if (outcome.type === 'released' && (await releaseAttempt(tx, attempt.id, 'HANDED_BACK'))) return;
    if (outcome.type === 'failed') {
      const error = { ...unrecordable, retryable: outcome.error.retryable };
      if (await recordFailure(tx, attempt, { ...outcome, error, detail: null, partial: null })) return;
    }
    await cancelAttempt(tx, attempt.id, { objectCount: 0, usage: null });
  });
}

async function recordFailure(
  tx: Sql,
  { worker: { config }, id, job }: Attempt,
  { error, detail, retryAfterMs, partial }: Failure,
): Promise<boolean> {
  const usage = partial?.usage ?? null;
  if (!error.retryable || job.attempt >= job.maxAttempts)
    return failAttempt(tx, id, { error, detail, usage });
  const schedule = {
    firstDelayMs: config.RETRY_FIRST_DELAY_MS,
    baseMs: config.RETRY_BACKOFF_BASE_MS,
    maxMs: config.RETRY_BACKOFF_MAX_MS,
  };
  const failures = (await countFailedAttempts(tx, id)) + 1;
  const delayMs = retryDelayMs(schedule, failures, retryAfterMs, Math.random());
  return scheduleRetry(tx, id, { error, detail, delayMs, usage });
}

/** Ends a cancelled job. Keeps the partial result if its owner wants that. */
async function recordCancel(attempt: Attempt, partial: PartialPlan | null): Promise<void> {
  const { id, job } = attempt;
  const usage = partial?.usage ?? null;
  const kept = await layOutKept(attempt, partial);
  await inWriteTransaction(attempt, async (tx) => {
    // Nothing is kept on a deleted canvas.
    if (kept === null || !(await isPartialWanted(tx, id)))
      return cancelAttempt(tx, id, { objectCount: 0, usage });
    const { title, changes } = kept;
    return cancelAttempt(tx, id, { objectCount: sizeOf(changes), usage }, () =>
      commitJobVersion(tx, { canvasId: job.canvasId, jobId: job.id, title, changes }),
    );
  });
}

async function layOutKept(attempt: Attempt, partial: PartialPlan | null) {
  const { pool, shutdownSignal } = attempt.worker;
  if (partial === null || partial.draft.isEmpty) return null;
  if (!(await retryWhileUnavailable(shutdownSignal, () => isPartialWanted(pool, attempt.id)))) return null;
  const { changes } = await layOutPartial(attempt, partial);
  return { title: partial.draft.header.title, changes };
}

const inWriteTransaction = <T>({ worker, id }: Attempt, write: (tx: Sql) => Promise<T>): Promise<T> =>
  retryWhileUnavailable(worker.shutdownSignal, () =>
    inTransaction(worker.pool, async (tx) => {
      const result = await write(tx);
      await wakeNextOfOwner(tx, id.jobId, worker.config.MAX_CONCURRENT_JOBS_PER_USER);
      return result;
    }),
  );
