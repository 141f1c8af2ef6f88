import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { reportRepeatedErrors } from '../../database/outages/repeatedErrors.ts';
import type { Logger } from '../../log.ts';
import type { AttemptId } from '../job.ts';
import { restoreQueueEntries } from '../queue/queueEntries.ts';
import type { OrderParameters } from '../queue/sql/queueOrder.ts';
import { readQueueControl } from '../queue/sql/readQueueControl.ts';
import { type ReportUnrecorded, recoverJobs } from './recoverJobs.ts';
import { recoverOverdueAttempts } from './recoverOverdueAttempts.ts';
import { releaseOrphanedLocks } from './sql/releaseOrphanedLocks.ts';

const pollIntervalMs = 250;
const repairIntervalMs = 2_000;
/** Milliseconds that a queue entry may be missing before it is restored: usually a worker is just taking it. */
const missingEntryMs = 3_000;
/** Milliseconds after which a lock of an unknown worker counts as orphaned. */
const orphanedLockMs = 5_000;

/** What the metrics are told about dead workers that this process has found. */
export type RecoveryMetrics = {
  workerLost(): void;
  /** An attempt of one was recorded as lost, that many seconds after its last heartbeat. */
  attemptLost(seconds: number): void;
};

/**
 * Recovers the jobs of dead workers until it is stopped. Every process runs this, so that jobs are recovered as long as
 * any process is left.
 * @param order The rules by which jobs start.
 * @returns Stops it.
 */
export function startRecovery(
  pool: pg.Pool,
  log: Logger,
  order: OrderParameters,
  metrics: RecoveryMetrics,
): () => Promise<void> {
  const stopping = new AbortController();
  const ended = recoverUntil(stopping.signal, pool, log, order, metrics);
  return async () => {
    stopping.abort();
    await ended;
  };
}

async function recoverUntil(
  stopping: AbortSignal,
  pool: pg.Pool,
  log: Logger,
  order: OrderParameters,
  metrics: RecoveryMetrics,
): Promise<void> {
  let nextRepair = 0;
  const errors = reportRepeatedErrors(log, 'looking for lost jobs failed');
  const reported = new Set<string>();
  const report = (jobId: string, error: unknown) => {
    if (reported.has(jobId)) return;
    reported.add(jobId);
    log.error({ err: error, jobId }, 'an attempt could not be recorded as lost; it will be tried again');
  };
  while (!stopping.aborted) {
    try {
      const lost: (AttemptId & { silentMs: number | null })[] = [];
      const recorded = (attempt: AttemptId, silentMs: number | null) => lost.push({ ...attempt, silentMs });
      const recovered = await recoverJobs(pool, undefined, report, recorded, order.perUser);
      for (const { jobId, number, silentMs } of lost) {
        if (silentMs !== null) metrics.attemptLost(silentMs / 1_000);
        log.warn({ jobId, attempt: number }, 'an attempt was lost with its worker');
      }
      for (const workerId of recovered) {
        metrics.workerLost();
        log.warn({ workerId }, 'a worker was lost; its jobs were queued again');
      }
      if (performance.now() >= nextRepair) {
        nextRepair = performance.now() + repairIntervalMs;
        await repairQueue(pool, log, order, report);
      }
      errors.succeeded();
    } catch (error) {
      errors.failed(error);
    }
    await delay(pollIntervalMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function repairQueue(
  pool: pg.Pool,
  log: Logger,
  order: OrderParameters,
  report: ReportUnrecorded,
): Promise<void> {
  const overdue = await recoverOverdueAttempts(pool, report, undefined, order.perUser);
  if (overdue.length > 0) log.warn({ jobIds: overdue }, 'recovered overdue attempts');
  const orphaned = await releaseOrphanedLocks(pool, { olderThanMs: orphanedLockMs });
  if (orphaned !== undefined)
    log.warn({ released: orphaned.released }, 'released queue entries that no live worker holds');
  if ((await readQueueControl(pool)).pausedAt !== null) return;
  const restored = await restoreQueueEntries(pool, missingEntryMs, order);
  if (restored > 0) log.debug({ restored }, 'restored missing queue entries');
}
