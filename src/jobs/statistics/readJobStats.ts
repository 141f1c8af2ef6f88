import type { JobStatus, JobType } from '../../database/generated/prisma/enums.ts';
import type { Sql } from '../../database/statement.ts';
import { type JobErrorCode, readJobErrorCode } from '../jobErrorCode.ts';
import { readFactsWindow } from './readFactsWindow.ts';
import { countUnfinishedJobs } from './sql/countUnfinishedJobs.ts';
import { durationOf } from './sql/durationBins.ts';
import type { FactsWindow } from './sql/facts.ts';
import { type DurationBins, readDurations } from './sql/readDurations.ts';
import { type FactSum, readFactSums } from './sql/readFactSums.ts';

/** How many jobs ended with which status. A job that is retried and ends again counts again. */
export type FinishedCounts = { completed: number; failed: number; cancelled: number };

type JobCounts = FinishedCounts & { created: number };

/** What the attempts of jobs used. */
export type Usage = {
  inputTokens: number;
  outputTokens: number;
  /** US dollars by the configured prices; null when none are known. */
  estimatedCostUsd: number | null;
};

/** Durations in milliseconds that half, 95 % and 99 % of the jobs did not exceed. */
export type Percentiles = { p50Ms: number; p95Ms: number; p99Ms: number };

/** How long jobs took. */
type Durations = {
  /** From being queued to the first start, of the jobs that ended; null when none had started. */
  wait: Percentiles | null;
  /** From the first start to completion; null when none had completed with an attempt of its own. */
  run: Percentiles | null;
};

/** Of the jobs that ended: those with an attempt, all their attempts, those with a retry, all retries. */
type AttemptCounts = { tried: number; attempts: number; retried: number; retries: number };

export type StatsBucket = JobCounts & Durations & AttemptCounts & Usage & { from: Date; to: Date };

/** Figures of the jobs that were accepted, and of those that ended, in a window. */
export type JobStats = JobCounts &
  Durations &
  AttemptCounts & {
    from: Date;
    to: Date;
    byStatus: { status: JobStatus; count: number }[];
    byType: (JobCounts & { type: JobType })[];
    /** Jobs that ended, by planner; null: no planner was used. */
    byPlanner: (FinishedCounts & { planner: string | null })[];
    /** The most frequent first. */
    byErrorCode: { code: JobErrorCode | 'UNKNOWN'; count: number }[];
    cacheHits: number;
    cacheMisses: number;
    usage: Usage;
    buckets: StatsBucket[];
  };

/**
 * Figures of a window that ends now.
 * @param ownerId Whose jobs; null: everyone's.
 * @param windowMs Length of the window in milliseconds.
 * @param bucketMs Length of a bucket in milliseconds. Buckets begin on the clock, in UTC, so the first and the last are
 * shorter. Whole hours, unless the window is an hour or shorter.
 */
export async function readJobStats(
  sql: Sql,
  ownerId: string | null,
  windowMs: number,
  bucketMs: number,
): Promise<JobStats> {
  const window = await readFactsWindow(sql, ownerId, windowMs, bucketMs);
  const sums = await readFactSums(sql, window, bucketMs);
  const durations = await readDurations(sql, window, bucketMs);
  const counts = countsOf(sums);
  return {
    from: window.from,
    to: window.to,
    ...counts,
    byStatus: [...(await countUnfinishedJobs(sql, { ownerId })), ...finished(counts)],
    byType: groupSums(sums, ({ type }) => type).map(([type, of]) => ({ type, ...countsOf(of) })),
    byPlanner: groupSums(sumsOfFinished(sums), ({ planner }) => planner).map(([planner, of]) => ({
      planner: planner || null,
      ...countsOf(of),
    })),
    byErrorCode: countErrors(sums),
    ...durationsOf(durations, null),
    ...attemptsOf(sums),
    cacheHits: total(sums, ({ cacheHits }) => cacheHits),
    cacheMisses: total(sums, ({ cacheMisses }) => cacheMisses),
    usage: usageOf(sums),
    buckets: bucketsOf(window, sums, durations, bucketMs),
  };
}

/** @param start Of a bucket, in milliseconds since 1970; null: of the whole window. */
function durationsOf(bins: readonly DurationBins[], start: number | null): Durations {
  const of = (wanted: DurationBins['measure']): Percentiles | null => {
    const found = bins.find(
      ({ bucket, measure }) => measure === wanted && (bucket?.getTime() ?? null) === start,
    );
    if (found === undefined) return null;
    const { p50, p95, p99 } = found;
    return { p50Ms: durationOf(p50), p95Ms: durationOf(p95), p99Ms: durationOf(p99) };
  };
  return { wait: of('wait'), run: of('run') };
}

const sumsOfFinished = (sums: readonly FactSum[]) => sums.filter(({ status }) => status !== 'QUEUED');

const total = (sums: readonly FactSum[], figure: (sum: FactSum) => number) =>
  sums.reduce((amount, sum) => amount + figure(sum), 0);

function countsOf(sums: readonly FactSum[]): JobCounts {
  const count = (wanted: JobStatus) => total(sums, ({ status, jobs }) => (status === wanted ? jobs : 0));
  return {
    created: count('QUEUED'),
    completed: count('COMPLETED'),
    failed: count('FAILED'),
    cancelled: count('CANCELLED'),
  };
}

const attemptsOf = (sums: readonly FactSum[]): AttemptCounts => ({
  tried: total(sums, ({ tried }) => tried),
  attempts: total(sums, ({ attempts }) => attempts),
  retried: total(sums, ({ retried }) => retried),
  retries: total(sums, ({ retries }) => retries),
});

function usageOf(sums: readonly FactSum[]): Usage {
  const priced = sums.filter(({ costUsd }) => costUsd !== null);
  return {
    inputTokens: total(sums, ({ inputTokens }) => inputTokens),
    outputTokens: total(sums, ({ outputTokens }) => outputTokens),
    estimatedCostUsd: priced.length === 0 ? null : total(priced, ({ costUsd }) => costUsd ?? 0),
  };
}

/** Sums by a key, in the order of the keys. */
function groupSums<Key extends string>(
  sums: readonly FactSum[],
  keyOf: (sum: FactSum) => Key,
): [Key, FactSum[]][] {
  const grouped = Map.groupBy(sums, keyOf);
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
}

function countErrors(sums: readonly FactSum[]): JobStats['byErrorCode'] {
  const failures = sums.filter(({ status }) => status === 'FAILED');
  return groupSums(failures, ({ errorCode }) => readJobErrorCode(errorCode))
    .map(([code, of]) => ({ code, count: total(of, ({ jobs }) => jobs) }))
    .sort((a, b) => b.count - a.count);
}

/** All buckets of the window, also those without a job: charts need the zeros. */
function bucketsOf(
  window: FactsWindow,
  sums: readonly FactSum[],
  durations: readonly DurationBins[],
  bucketMs: number,
): StatsBucket[] {
  const sumsByStart = Map.groupBy(sums, ({ bucket }) => bucket.getTime());
  const [from, to] = [window.from.getTime(), window.to.getTime()];
  const first = Math.floor(from / bucketMs) * bucketMs;
  return Array.from({ length: Math.ceil((to - first) / bucketMs) }, (_, index) => {
    const start = first + index * bucketMs;
    const within = sumsByStart.get(start) ?? [];
    return {
      from: new Date(Math.max(start, from)),
      to: new Date(Math.min(start + bucketMs, to)),
      ...countsOf(within),
      ...durationsOf(durations, start),
      ...attemptsOf(within),
      ...usageOf(within),
    };
  });
}

const finished = ({ completed, failed, cancelled }: JobCounts): JobStats['byStatus'] => [
  { status: 'COMPLETED', count: completed },
  { status: 'FAILED', count: failed },
  { status: 'CANCELLED', count: cancelled },
];
