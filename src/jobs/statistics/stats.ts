import type { Sql } from '../../database/connection.ts';
import type { JobStatus, JobType } from '../../database/generated/prisma/enums.ts';
import { type Percentiles, percentilesOf } from './statsDurations.ts';
import { type FactSum, type FactsWindow, factsWindow, readDurations, readFactSums } from './statsFacts.ts';

/** How many jobs ended in which way. One that is put back after its end, and ends again, counts again. */
export type Endings = { completed: number; failed: number; cancelled: number };

type Outcomes = Endings & { created: number };

/** What the attempts of jobs used. */
export type Usage = {
  inputTokens: number;
  outputTokens: number;
  /** US dollars by the configured prices; null when none are known. */
  estimatedCostUsd: number | null;
};

/** A part of the window. */
export type StatsBucket = Outcomes & Usage & { from: Date; to: Date };

/** Figures of the jobs that were accepted, and of those that ended, in a window of time. */
export type JobStats = Outcomes & {
  from: Date;
  to: Date;
  byStatus: { status: JobStatus; count: number }[];
  byType: (Outcomes & { type: JobType })[];
  /** By planner of those that ended; null: no planner was asked. */
  byPlanner: (Endings & { planner: string | null })[];
  /** The most frequent first. */
  byErrorCode: { code: string; count: number }[];
  /** From being put into the queue to the first start, of the jobs that ended; null when none had started. */
  wait: Percentiles | null;
  /** From there to completion; null when none had completed with an attempt of its own. */
  run: Percentiles | null;
  /** Of the jobs that ended: those with an attempt, all their attempts, those with a retry, all retries. */
  tried: number;
  attempts: number;
  retried: number;
  retries: number;
  cacheHits: number;
  cacheMisses: number;
  usage: Usage;
  buckets: StatsBucket[];
};

/**
 * Figures of a window that ends now.
 * @param ownerId Whose jobs; null: everyone's.
 * @param windowMs Length of the window in milliseconds.
 * @param bucketMs Length in milliseconds of the buckets that it is divided into; they begin on the clock, in UTC, so
 * the first and the last are shorter. Whole hours, unless the window is an hour or shorter.
 */
export async function readJobStats(
  sql: Sql,
  ownerId: string | null,
  windowMs: number,
  bucketMs: number,
): Promise<JobStats> {
  const window = await factsWindow(sql, ownerId, windowMs);
  const sums = await readFactSums(sql, window, bucketMs);
  const durations = await readDurations(sql, window);
  const outcomes = outcomesOf(sums);
  return {
    from: window.from,
    to: window.to,
    ...outcomes,
    byStatus: [...(await unfinished(sql, ownerId)), ...ended(outcomes)],
    byType: groups(sums, ({ type }) => type).map(([type, of]) => ({ type, ...outcomesOf(of) })),
    byPlanner: groups(endings(sums), ({ planner }) => planner).map(([planner, of]) => ({
      planner: planner || null,
      ...outcomesOf(of),
    })),
    byErrorCode: countErrors(sums),
    wait: percentilesOf(durations.wait),
    run: percentilesOf(durations.run),
    tried: total(sums, ({ tried }) => tried),
    attempts: total(sums, ({ attempts }) => attempts),
    retried: total(sums, ({ retried }) => retried),
    retries: total(sums, ({ retries }) => retries),
    cacheHits: total(sums, ({ cacheHits }) => cacheHits),
    cacheMisses: total(sums, ({ cacheMisses }) => cacheMisses),
    usage: usageOf(sums),
    buckets: bucketsOf(window, sums, bucketMs),
  };
}

const endings = (sums: readonly FactSum[]) => sums.filter(({ status }) => status !== 'QUEUED');

const total = (sums: readonly FactSum[], figure: (sum: FactSum) => number) =>
  sums.reduce((amount, sum) => amount + figure(sum), 0);

function outcomesOf(sums: readonly FactSum[]): Outcomes {
  const count = (wanted: JobStatus) => total(sums, ({ status, jobs }) => (status === wanted ? jobs : 0));
  return {
    created: count('QUEUED'),
    completed: count('COMPLETED'),
    failed: count('FAILED'),
    cancelled: count('CANCELLED'),
  };
}

function usageOf(sums: readonly FactSum[]): Usage {
  const priced = sums.filter(({ costUsd }) => costUsd !== null);
  return {
    inputTokens: total(sums, ({ inputTokens }) => inputTokens),
    outputTokens: total(sums, ({ outputTokens }) => outputTokens),
    estimatedCostUsd: priced.length === 0 ? null : total(priced, ({ costUsd }) => costUsd ?? 0),
  };
}

/** Sums by a key, in the order of the keys. */
function groups<Key extends string>(
  sums: readonly FactSum[],
  keyOf: (sum: FactSum) => Key,
): [Key, FactSum[]][] {
  const grouped = Map.groupBy(sums, keyOf);
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
}

function countErrors(sums: readonly FactSum[]): { code: string; count: number }[] {
  const failures = sums.filter(({ status }) => status === 'FAILED');
  return groups(failures, ({ errorCode }) => errorCode)
    .map(([code, of]) => ({ code, count: total(of, ({ jobs }) => jobs) }))
    .sort((a, b) => b.count - a.count);
}

/** Every bucket of the window, also those without a job: a chart needs its zeros. */
function bucketsOf(window: FactsWindow, sums: readonly FactSum[], bucketMs: number): StatsBucket[] {
  const byStart = Map.groupBy(sums, ({ bucket }) => bucket.getTime());
  const [from, to] = [window.from.getTime(), window.to.getTime()];
  const first = Math.floor(from / bucketMs) * bucketMs;
  return Array.from({ length: Math.ceil((to - first) / bucketMs) }, (_, index) => {
    const start = first + index * bucketMs;
    const within = byStart.get(start) ?? [];
    return {
      from: new Date(Math.max(start, from)),
      to: new Date(Math.min(start + bucketMs, to)),
      ...outcomesOf(within),
      ...usageOf(within),
    };
  });
}

/** Jobs that are not over, whenever they were accepted. */
async function unfinished(sql: Sql, ownerId: string | null): Promise<JobStats['byStatus']> {
  const { rows } = await sql.query<{ status: JobStatus; count: number }>(
    `SELECT state.status, count(job.id)::int AS count
     FROM unnest('{QUEUED,PROCESSING,CANCELLING}'::job_status[]) AS state (status)
     LEFT JOIN canvas_job job
       ON job.status = state.status AND job.finished_at IS NULL AND ($1::uuid IS NULL OR job.owner_id = $1)
     GROUP BY state.status ORDER BY state.status`,
    [ownerId],
  );
  return rows;
}

const ended = ({ completed, failed, cancelled }: Outcomes): JobStats['byStatus'] => [
  { status: 'COMPLETED', count: completed },
  { status: 'FAILED', count: failed },
  { status: 'CANCELLED', count: cancelled },
];
