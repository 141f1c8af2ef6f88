import type pg from 'pg';
import { isUnavailable } from '../../database/outages/isUnavailable.ts';
import type { Sql } from '../../database/statement.ts';
import { inSavepoint, inTransaction } from '../../database/transaction.ts';
import { cancelAttempt, failAttempt, releaseAttempt } from '../attempts/endAttempt.ts';
import type { AttemptId, Job, RunningAttempt } from '../job.ts';
import type { JobErrorCode } from '../jobErrorCode.ts';
import { wakeNextOfOwner } from '../queue/queueEntries.ts';
import { workerLockNamespace } from '../workers/workerRegistry.ts';
import { countLostAttempts } from './sql/countLostAttempts.ts';
import { lockAttemptsOfWorker } from './sql/lockAttemptsOfWorker.ts';
import { lockDeadWorkers } from './sql/lockDeadWorkers.ts';
import { retireWorker } from './sql/retireWorker.ts';

/** Milliseconds that workers get after a restart of PostgreSQL, which frees their locks, to take them again. */
const defaultRelockMs = 5_000;

/** Lost attempts after which a job fails: it may be what kills the workers. */
const maxLostAttempts = 3;

/**
 * Finds dead workers and returns their jobs to the queue. Any process may run it at any time: workers that another
 * process is recovering are skipped.
 * @param relockMs Milliseconds after a start of PostgreSQL in which a worker need not have its lock yet.
 * @param report Called for each attempt that can't be recorded as lost; the next call tries it again.
 * @param recorded Called for each attempt that is recorded as lost, before that is committed.
 * @param perUser See `wakeNextOfOwner`.
 * @returns Ids of the dead workers whose attempts are all recorded.
 */
export async function recoverJobs(
  pool: pg.Pool,
  relockMs = defaultRelockMs,
  report: ReportUnrecorded = () => undefined,
  recorded: ReportRecorded = () => undefined,
  perUser: number | null = null,
): Promise<string[]> {
  return inTransaction(pool, async (tx) => {
    const recovered: string[] = [];
    for (const { id, silentMs } of await lockDeadWorkers(tx, { namespace: workerLockNamespace, relockMs })) {
      const lost = (attempt: AttemptId) => recorded(attempt, silentMs);
      if (await recordLostAttempts(tx, id, { report, recorded: lost, perUser })) recovered.push(id);
      await retireWorker(tx, { workerId: id });
    }
    return recovered;
  });
}

/**
 * Called for a job whose attempt is recorded as lost. `silentMs`: milliseconds since the last heartbeat of its worker;
 * null where the worker was found dead before.
 */
type ReportRecorded = (attempt: AttemptId, silentMs: number | null) => void;

/** Called for a job whose attempt could not be recorded as lost. */
export type ReportUnrecorded = (jobId: string, error: unknown) => void;

/**
 * Records the running attempts of a worker as lost: all of them, or those of the given jobs.
 * @returns Whether all could be recorded. One that can't be does not keep the others from it.
 */
export async function recordLostAttempts(
  tx: Sql,
  workerId: string,
  {
    jobIds = null,
    report = () => undefined,
    recorded = () => undefined,
    perUser = null,
  }: {
    jobIds?: string[] | null;
    report?: ReportUnrecorded;
    recorded?: (attempt: AttemptId) => void;
    perUser?: number | null;
  } = {},
): Promise<boolean> {
  let isComplete = true;
  for (const attempt of await lockAttemptsOfWorker(tx, { workerId, jobIds })) {
    if (await recordLostAttempt(tx, attempt, report, perUser))
      recorded({ jobId: attempt.id, number: attempt.attempt });
    else isComplete = false;
  }
  return isComplete;
}

/**
 * Records an attempt as lost: its job is queued again, fails, or is cancelled if that was requested.
 * @returns Whether that could be recorded.
 */
export async function recordLostAttempt(
  tx: Sql,
  { id, attempt, status }: RunningAttempt,
  report: ReportUnrecorded,
  perUser: number | null,
): Promise<boolean> {
  try {
    await inSavepoint(tx, async () => {
      await settleLostAttempt(tx, { jobId: id, number: attempt }, status);
      await wakeNextOfOwner(tx, id, perUser);
    });
    return true;
  } catch (error) {
    if (isUnavailable(error)) throw error;
    report(id, error);
    return false;
  }
}

async function settleLostAttempt(tx: Sql, attempt: AttemptId, status: Job['status']): Promise<void> {
  if (status === 'CANCELLING') {
    await cancelAttempt(tx, attempt, { objectCount: 0, usage: null, outcome: 'LOST' });
  } else if ((await countLostAttempts(tx, attempt)) + 1 >= maxLostAttempts) {
    const message = `The worker was lost ${maxLostAttempts} times while it worked on this job. Ask your administrator to look at its log.`;
    const error = { code: 'WORKER_LOST' satisfies JobErrorCode, message, retryable: false };
    await failAttempt(tx, attempt, { error, detail: null, usage: null, outcome: 'LOST' });
  } else {
    await releaseAttempt(tx, attempt, 'LOST');
  }
}
