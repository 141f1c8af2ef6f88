import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { isUnavailable } from '../../database/isUnavailable.ts';
import type { Logger } from '../../log.ts';
import { readQueueControl } from '../queue/pauseQueue.ts';
import { restoreWakeUps } from '../queue/queue.ts';
import { freeAbandonedLocks } from './orphanedLocks.ts';
import { recoverOverdueAttempts } from './overdueAttempts.ts';
import { type ReportUnrecorded, recoverJobs } from './recoverJobs.ts';

const intervalMs = 250;
const restoreIntervalMs = 2_000;
/** Milliseconds that a wake-up may be missing before it is restored: it is usually just being taken. */
const restoreAgeMs = 3_000;
/** Milliseconds after which a lock of an unknown worker is taken for abandoned. */
const abandonedAgeMs = 5_000;

/**
 * Looks for workers that are gone, for as long as the process lives. Every process does, so that jobs are
 * recovered as long as any is left.
 * @returns Stops looking.
 */
export function startRecovery(pool: pg.Pool, log: Logger): () => Promise<void> {
  const stopping = new AbortController();
  const ended = look(pool, log, stopping.signal);
  return async () => {
    stopping.abort();
    await ended;
  };
}

async function look(pool: pg.Pool, log: Logger, stopping: AbortSignal): Promise<void> {
  let nextRestore = 0;
  const reported = new Set<string>();
  const report = (jobId: string, error: unknown) => {
    if (reported.has(jobId)) return;
    reported.add(jobId);
    log.error({ err: error, jobId }, 'an attempt could not be recorded as lost; it will be tried again');
  };
  while (!stopping.aborted) {
    try {
      for (const workerId of await recoverJobs(pool, undefined, report)) {
        log.warn({ workerId }, 'a worker is gone; its jobs were given back');
      }
      if (performance.now() >= nextRestore) {
        nextRestore = performance.now() + restoreIntervalMs;
        await restore(pool, log, report);
      }
    } catch (error) {
      // During an outage of the database there is nothing to recover, and its other users report it.
      if (!isUnavailable(error)) log.error({ err: error }, 'looking for lost jobs failed');
    }
    await delay(intervalMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function restore(pool: pg.Pool, log: Logger, report: ReportUnrecorded): Promise<void> {
  const overdue = await recoverOverdueAttempts(pool, report);
  if (overdue.length > 0) log.warn({ jobIds: overdue }, 'recovered attempts that were overdue');
  const freed = await freeAbandonedLocks(pool, abandonedAgeMs);
  if (freed > 0) log.warn({ freed }, 'freed Graphile jobs that no living worker holds');
  if ((await readQueueControl(pool)).pausedAt !== null) return;
  const restored = await restoreWakeUps(pool, restoreAgeMs);
  if (restored > 0) log.debug({ restored }, 'restored wake-ups of waiting jobs');
}
