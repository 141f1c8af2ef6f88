import type pg from 'pg';
import type { Config } from '../../src/config.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { removeOldFacts, removeOldHours, rollUpFacts } from '../../src/jobs/statistics/rollUpFacts.ts';
import { batchSize, removeInBatches } from './batches.ts';
import { joinOldVersions, versionBatchSize } from './joinOldVersions.ts';
import { jobBatchSize, removeJobs } from './removeJobs.ts';
import { deleteExcessResults } from './sql/deleteExcessResults.ts';
import { deleteExpiredResults } from './sql/deleteExpiredResults.ts';
import { deleteOldEdits } from './sql/deleteOldEdits.ts';
import type { OldJobs } from './sql/deleteOldJobs.ts';
import { deleteStoppedWorkers } from './sql/deleteStoppedWorkers.ts';
import { deleteTrashedCanvases } from './sql/deleteTrashedCanvases.ts';
import { lockCleanUp } from './sql/lockCleanUp.ts';

export type CleanUpSettings = Pick<
  Config,
  | 'JOB_CLEANUP_DAYS'
  | 'FAILED_JOB_CLEANUP_DAYS'
  | 'CANVAS_TRASH_DAYS'
  | 'VERSION_JOIN_MINUTES'
  | 'VERSION_THIN_HOURS'
  | 'CACHE_TTL_HOURS'
  | 'CACHE_MAX_ENTRIES'
>;

/** What a clean-up removes. */
export const removedKinds = [
  'jobs',
  // Canvases that never got an object.
  'canvases',
  'deletedCanvases',
  // Edits that were joined into later ones.
  'joinedVersions',
  // Idempotency keys of edits.
  'edits',
  'workers',
  'cacheEntries',
  // Facts, and sums of hours.
  'statistics',
] as const;

/** What a clean-up has removed, in rows. */
export type CleanUpCounts = Record<(typeof removedKinds)[number], number>;

/** How long a stopped worker is listed, in days. */
const daysListed = 7;

/** Days for which an edit that is delivered again is recognised. */
const daysOfEdits = 30;

/** Canvases that are removed at a time, with their objects, versions and jobs: thousands of rows each. */
const canvasBatchSize = 10;

/** Key of the advisory lock that a clean-up holds: an arbitrary number that nothing else uses. */
const lockKey = 1_129_464_397;

/**
 * Removes what is past its age limit: ended jobs with their logs, canvases in the trash, stopped workers, cached
 * results (also beyond the limit of entries). Joins old edits. Sums the statistics of past hours, and removes their
 * facts after a month. Safe to run at any time: transactions are short.
 * @param signal Ends it early, between two batches; the next clean-up continues from there.
 * @returns What was removed, or null when another clean-up is running.
 */
export async function cleanUp(
  pool: pg.Pool,
  settings: CleanUpSettings,
  signal: AbortSignal,
): Promise<CleanUpCounts | null> {
  return withCleanUpLock(pool, async () => ({
    statistics: await cleanStatistics(pool, signal),
    cacheEntries: await cleanCache(pool, settings, signal),
    workers: await removeInBatches(signal, batchSize, (limit) =>
      deleteStoppedWorkers(pool, { days: daysListed, limit }),
    ),
    edits: await removeInBatches(signal, batchSize, (limit) =>
      deleteOldEdits(pool, { days: daysOfEdits, limit }),
    ),
    deletedCanvases: await removeInBatches(signal, canvasBatchSize, (limit) =>
      deleteTrashedCanvases(pool, { days: settings.CANVAS_TRASH_DAYS, limit }),
    ),
    // Last: there may be more than the time allows.
    ...(await cleanJobs(pool, settings, signal)),
    joinedVersions: await joinVersions(pool, settings, signal),
  }));
}

/**
 * Runs `work` unless another clean-up is running. A transaction of its own holds the lock: it ends with the process, and
 * works through a pooler in transaction mode. While idle it holds no snapshot.
 */
function withCleanUpLock<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T | null> {
  return inTransaction(pool, async (tx) => {
    const { isLocked } = await lockCleanUp(tx, { key: lockKey });
    return isLocked ? work() : null;
  });
}

async function joinVersions(pool: pg.Pool, settings: CleanUpSettings, signal: AbortSignal): Promise<number> {
  let total = 0;
  while (!signal.aborted) {
    const joined = await joinOldVersions(pool, settings, versionBatchSize);
    if (joined === null) break;
    total += joined;
  }
  return total;
}

async function cleanCache(pool: pg.Pool, settings: CleanUpSettings, signal: AbortSignal): Promise<number> {
  const { CACHE_TTL_HOURS: hours, CACHE_MAX_ENTRIES: maxEntries } = settings;
  const expired = await removeInBatches(signal, batchSize, (limit) =>
    deleteExpiredResults(pool, { hours, limit }),
  );
  const excess = await removeInBatches(signal, batchSize, (limit) =>
    deleteExcessResults(pool, { maxEntries, limit }),
  );
  return expired + excess;
}

async function cleanStatistics(pool: pg.Pool, signal: AbortSignal): Promise<number> {
  await rollUpFacts(pool, signal);
  const facts = await removeInBatches(signal, batchSize, (size) => removeOldFacts(pool, size));
  return facts + (await removeOldHours(pool));
}

/** Failed jobs are kept longer, so that their errors can still be examined. */
async function cleanJobs(pool: pg.Pool, settings: CleanUpSettings, signal: AbortSignal) {
  const ages: OldJobs[] = [
    { statuses: ['COMPLETED', 'CANCELLED'], days: settings.JOB_CLEANUP_DAYS },
    { statuses: ['FAILED'], days: settings.FAILED_JOB_CLEANUP_DAYS },
  ];
  const counts = { jobs: 0, canvases: 0 };
  for (const old of ages) {
    counts.jobs += await removeInBatches(signal, jobBatchSize, async (size) => {
      const { jobs, canvases } = await removeJobs(pool, old, size);
      counts.canvases += canvases;
      return jobs;
    });
  }
  return counts;
}
