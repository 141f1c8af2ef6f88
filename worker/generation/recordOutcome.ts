import { inTransaction } from '../../src/database/connection.ts';
import { patiently } from '../../src/database/patiently.ts';
import { cancelAttempt, failAttempt, releaseAttempt, scheduleRetry } from '../../src/jobs/endAttempt.ts';
import { retryDelayMs } from '../../src/jobs/retryDelay.ts';
import type { Attempt } from './attempt.ts';
import { changesOf, commitChanges, sizeOf, usageOf } from './commit.ts';
import type { Outcome } from './outcome.ts';

/** Writes down how an attempt ended; an outage of the database delays it. */
export async function recordOutcome(attempt: Attempt, outcome: Outcome): Promise<void> {
  const { engine } = attempt;
  if (outcome.type === 'completed' || outcome.type === 'superseded') return;
  if (outcome.type === 'cancelled') return recordCancel(attempt);
  const id = { jobId: attempt.job.id, number: attempt.job.attempt };
  const usage = usageOf(attempt);
  const recorded = await patiently(engine.giveUp, () =>
    inTransaction(engine.pool, (tx) =>
      outcome.type === 'handedBack'
        ? releaseAttempt(tx, id, 'HANDED_BACK', usage)
        : recordFailure(tx, attempt, { ...outcome, usage }),
    ),
  );
  // Refused, if the owner cancelled in this very moment.
  if (!recorded) await recordCancel(attempt);
}

type Failure = Extract<Outcome, { type: 'failed' }> & { usage: ReturnType<typeof usageOf> };

function recordFailure(
  tx: Parameters<typeof failAttempt>[0],
  attempt: Attempt,
  failure: Failure,
): Promise<boolean> {
  const { job, engine } = attempt;
  const { error, usage } = failure;
  const id = { jobId: job.id, number: job.attempt };
  if (!error.retryable || job.attempt >= job.max_attempts) return failAttempt(tx, id, { error, usage });
  const { RETRY_FIRST_DELAY_MS, RETRY_BACKOFF_BASE_MS, RETRY_BACKOFF_MAX_MS, MAX_JOB_RETRIES } =
    engine.config;
  const schedule = {
    firstDelayMs: RETRY_FIRST_DELAY_MS,
    baseMs: RETRY_BACKOFF_BASE_MS,
    maxMs: RETRY_BACKOFF_MAX_MS,
  };
  // Attempts that were lost or handed back raise both numbers, so they drop out of the difference.
  const failures = Math.max(1, MAX_JOB_RETRIES + 1 - (job.max_attempts - job.attempt));
  const delayMs = retryDelayMs(schedule, failures, failure.retryAfterMs, Math.random());
  return scheduleRetry(tx, id, { error, delayMs, usage });
}

/** Ends a job that is to be cancelled, with what has been generated if its owner wants to keep that. */
async function recordCancel(attempt: Attempt): Promise<void> {
  const { engine, job, draft } = attempt;
  const id = { jobId: job.id, number: job.attempt };
  const kept = (await wantsPartial(attempt)) && !draft.isEmpty ? await changesOf(attempt) : null;
  const partial = { objectCount: kept === null ? 0 : sizeOf(kept), usage: usageOf(attempt) };
  await patiently(engine.giveUp, () =>
    inTransaction(engine.pool, (tx) => {
      const commitKept = kept === null ? null : () => commitChanges(tx, job, draft.header.title, kept);
      return cancelAttempt(tx, id, partial, commitKept);
    }),
  );
}

async function wantsPartial({ engine, job }: Attempt): Promise<boolean> {
  const { rows } = await patiently(engine.giveUp, () =>
    engine.pool.query<{ keep_partial: boolean }>(
      "SELECT keep_partial FROM canvas_job WHERE id = $1 AND attempt = $2 AND status = 'CANCELLING'",
      [job.id, job.attempt],
    ),
  );
  return rows[0]?.keep_partial === true;
}
