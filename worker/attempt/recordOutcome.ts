import { commitJobVersion } from '../../src/canvas/versions/commitVersion.ts';
import { inTransaction, type Sql } from '../../src/database/connection.ts';
import { retryWhileUnavailable } from '../../src/database/retryWhileUnavailable.ts';
import type { JobError } from '../../src/events/log/jobEvent.ts';
import {
  type AttemptUsage,
  cancelAttempt,
  failAttempt,
  releaseAttempt,
  scheduleRetry,
} from '../../src/jobs/attempts/endAttempt.ts';
import { failedAttemptsBefore } from '../../src/jobs/attempts/failedAttempts.ts';
import { retryDelayMs } from '../../src/jobs/attempts/retryDelay.ts';
import type { Engine } from './engine.ts';
import type { Generation } from './generation.ts';
import type { Member } from './member.ts';
import type { Outcome } from './outcome.ts';
import { changesOf, sizeOf } from './result.ts';

/**
 * Records how a job's attempt ended without a result; an outage of the database delays it. An outcome that can't be
 * recorded as it is, is recorded in a plain form: without anything that came from outside. If that fails, too, the
 * attempt is left to the worker's watch for attempts that it does not run. Nothing is thrown.
 * @param usage What the attempt has to carry of the generation's cost.
 */
export async function recordOutcome(
  generation: Generation,
  member: Member,
  outcome: Outcome,
  usage: AttemptUsage,
): Promise<void> {
  const log = generation.engine.log.child({ ...member.id, outcome: outcome.type });
  try {
    await record(generation, member, outcome, usage);
  } catch (error) {
    log.error({ err: error }, 'an outcome could not be recorded; trying a plain form of it');
    await recordPlainly(generation, member, outcome).catch((plainError: unknown) =>
      log.error({ err: plainError }, 'an outcome could not be recorded; the attempt will be released'),
    );
  }
}

const unrecordable: JobError = {
  code: 'INTERNAL_ERROR',
  message: 'Something went wrong on our side while the outcome was saved.',
  retryable: true,
};

async function recordPlainly(generation: Generation, member: Member, outcome: Outcome): Promise<void> {
  const { engine } = generation;
  await retryWhileUnavailable(engine.giveUp, () =>
    inTransaction(engine.pool, async (tx) => {
      if (outcome.type === 'handedBack' && (await releaseAttempt(tx, member.id, 'HANDED_BACK'))) return;
      if (outcome.type === 'failed') {
        const { retryAfterMs, error } = outcome;
        const plain = { ...unrecordable, retryable: error.retryable };
        const failure = { type: outcome.type, error: plain, retryAfterMs, usage: null };
        if (await recordFailure(tx, engine, member, failure)) return;
      }
      await cancelAttempt(tx, member.id, { objectCount: 0, usage: null });
    }),
  );
}

async function record(
  generation: Generation,
  member: Member,
  outcome: Outcome,
  usage: AttemptUsage,
): Promise<void> {
  const { engine } = generation;
  if (outcome.type === 'completed' || outcome.type === 'superseded') return;
  if (outcome.type === 'cancelled') return recordCancel(generation, member, usage);
  const recorded = await retryWhileUnavailable(engine.giveUp, () =>
    inTransaction(engine.pool, (tx) =>
      outcome.type === 'handedBack'
        ? releaseAttempt(tx, member.id, 'HANDED_BACK', usage)
        : recordFailure(tx, engine, member, { ...outcome, usage }),
    ),
  );
  // Refused, if the owner cancelled in this very moment.
  if (!recorded) await recordCancel(generation, member, usage);
}

type Failure = Extract<Outcome, { type: 'failed' }> & { usage: AttemptUsage };

async function recordFailure(
  tx: Parameters<typeof failAttempt>[0],
  { config }: Engine,
  { id, job }: Member,
  { error, retryAfterMs, usage }: Failure,
): Promise<boolean> {
  if (!error.retryable || job.attempt >= job.maxAttempts) return failAttempt(tx, id, { error, usage });
  const schedule = {
    firstDelayMs: config.RETRY_FIRST_DELAY_MS,
    baseMs: config.RETRY_BACKOFF_BASE_MS,
    maxMs: config.RETRY_BACKOFF_MAX_MS,
  };
  const failures = (await failedAttemptsBefore(tx, id)) + 1;
  const delayMs = retryDelayMs(schedule, failures, retryAfterMs, Math.random());
  return scheduleRetry(tx, id, { error, delayMs, usage });
}

/** Ends a job that is to be cancelled, with what has been generated if its owner wants to keep that. */
async function recordCancel(generation: Generation, member: Member, usage: AttemptUsage): Promise<void> {
  const { engine, draft } = generation;
  const isWanted = await retryWhileUnavailable(engine.giveUp, () => wantsPartial(engine.pool, member));
  const kept = isWanted && !draft.isEmpty ? await changesOf(generation) : null;
  const changes = kept === null ? null : { ...kept.changes, added: member.own(kept.changes.added) };
  const partial = { objectCount: changes === null ? 0 : sizeOf(changes), usage };
  const { canvasId, id: jobId } = member.job;
  await retryWhileUnavailable(engine.giveUp, () =>
    inTransaction(engine.pool, async (tx) => {
      // Who deletes the canvas meanwhile wants nothing of it kept.
      if (changes === null || !(await wantsPartial(tx, member)))
        return cancelAttempt(tx, member.id, { ...partial, objectCount: 0 });
      return cancelAttempt(tx, member.id, partial, () =>
        commitJobVersion(tx, { canvasId, jobId, title: draft.header.title, changes }),
      );
    }),
  );
}

/** Whether the job's owner wants what has been generated; in a transaction, that stays so until it ends. */
async function wantsPartial(sql: Sql, { id }: Member): Promise<boolean> {
  const { rows } = await sql.query<{ keep_partial: boolean }>(
    `SELECT keep_partial FROM canvas_job WHERE id = $1 AND attempt = $2 AND status = 'CANCELLING' FOR NO KEY UPDATE`,
    [id.jobId, id.number],
  );
  return rows[0]?.keep_partial === true;
}
