import type pg from 'pg';
import { describe, expect } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { inTransaction } from '../../../src/database/transaction.ts';
import { orderParameters } from '../../../src/jobs/queue/sql/queueOrder.ts';
import { readJobStats } from '../../../src/jobs/statistics/readJobStats.ts';
import { removeOldFacts, removeOldHours, rollUpFacts } from '../../../src/jobs/statistics/rollUpFacts.ts';
import {
  type QueueHistoryBucket,
  readQueueHistory,
} from '../../../src/jobs/statistics/sql/readQueueHistory.ts';
import { sampleQueueDepth } from '../../../src/jobs/statistics/sql/sampleQueueDepth.ts';
import { cleanUp } from '../../../worker/tasks/cleanUp.ts';
import { insertPastJob, insertUser, type PastJob } from '../../support/database/pastJobs.ts';
import { create, history } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { test as systemTest } from '../../support/system.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const test = systemTest.extend<{ pool: pg.Pool; ann: string; bob: string }>({
  pool: async ({ database }, use) => use(database.pool()),
  ann: async ({ pool }, use) => use(await insertUser(pool, 'ann')),
  bob: async ({ pool }, use) => use(await insertUser(pool, 'bob')),
});

const lastHour = (pool: pg.Pool, ownerId: string | null = null) => readJobStats(pool, ownerId, hour, minute);
const lastWeek = (pool: pg.Pool, ownerId: string | null = null) =>
  readJobStats(pool, ownerId, 7 * day, 6 * hour);

async function insertAll(pool: pg.Pool, jobs: PastJob[]): Promise<void> {
  for (const job of jobs) await insertPastJob(pool, job);
}

/** A job that waited and ran for so many minutes, and ended so many minutes ago. */
const ran = (owner: string, { wait, run, ago }: { wait: number; run: number; ago: number }): PastJob => ({
  owner,
  created: ago + run + wait,
  attempts: [{ began: ago + run, ended: ago, outcome: 'SUCCEEDED' }],
  end: { at: ago, status: 'COMPLETED' },
});

const within = (ms: number) => ({
  asymmetricMatch: (value: number) => Math.abs(value - ms) <= ms * 0.025,
  toString: () => `within 2.5 % of ${ms}`,
});

describe('jobStats counts', () => {
  test('accepted and ended jobs in the window, by status, type, planner and error', async ({
    pool,
    ann,
    bob,
  }) => {
    const failed = { began: 20, ended: 19, outcome: 'FAILED' as const };
    await insertAll(pool, [
      ran(ann, { wait: 1, run: 2, ago: 5 }),
      { ...ran(bob, { wait: 1, run: 2, ago: 5 }), type: 'MODIFY_CANVAS', planner: 'sketcher' },
      {
        owner: ann,
        created: 30,
        attempts: [failed],
        end: { at: 19, status: 'FAILED', code: 'PROVIDER_DENIED' },
      },
      {
        owner: bob,
        created: 30,
        attempts: [failed],
        end: { at: 19, status: 'FAILED', code: 'PROVIDER_DENIED' },
      },
      {
        owner: bob,
        created: 30,
        attempts: [failed],
        end: { at: 19, status: 'FAILED', code: 'OUTPUT_EMPTY' },
      },
      // Its planner is that of an earlier run: it was put back, and cancelled before it started again.
      { owner: ann, planner: 'openai', created: 10, end: { at: 9, status: 'CANCELLED' } },
      { owner: ann, created: 2 },
      // Accepted before the window: one ended in it, one ended before it, one still waits.
      ran(ann, { wait: 50, run: 10, ago: 10 }),
      ran(ann, { wait: 1, run: 1, ago: 61 }),
      { owner: bob, created: 600 },
    ]);
    const stats = await lastHour(pool);
    expect(stats).toMatchObject({ created: 7, completed: 3, failed: 3, cancelled: 1 });
    expect(stats.byStatus).toEqual([
      { status: 'QUEUED', count: 2 },
      { status: 'PROCESSING', count: 0 },
      { status: 'CANCELLING', count: 0 },
      { status: 'COMPLETED', count: 3 },
      { status: 'FAILED', count: 3 },
      { status: 'CANCELLED', count: 1 },
    ]);
    expect(stats.byType).toEqual([
      { type: 'CREATE_CANVAS', created: 6, completed: 2, failed: 3, cancelled: 1 },
      { type: 'MODIFY_CANVAS', created: 1, completed: 1, failed: 0, cancelled: 0 },
    ]);
    expect(stats.byPlanner).toMatchObject([
      { planner: null, completed: 0, failed: 0, cancelled: 1 },
      { planner: 'openai', completed: 2, failed: 3, cancelled: 0 },
      { planner: 'sketcher', completed: 1, failed: 0, cancelled: 0 },
    ]);
    expect(stats.byErrorCode).toEqual([
      { code: 'PROVIDER_DENIED', count: 2 },
      { code: 'OUTPUT_EMPTY', count: 1 },
    ]);
    expect(await lastHour(pool, bob)).toMatchObject({ created: 3, completed: 1, failed: 2, cancelled: 0 });
  });

  test('error codes of other versions as one', async ({ pool, ann }) => {
    const failed = (code: string): PastJob => ({
      owner: ann,
      created: 3,
      end: { at: 2, status: 'FAILED', code },
    });
    await insertAll(pool, ['OUTPUT_EMPTY', 'LATER', 'EARLIER'].map(failed));
    expect((await lastHour(pool)).byErrorCode).toEqual([
      { code: 'UNKNOWN', count: 2 },
      { code: 'OUTPUT_EMPTY', count: 1 },
    ]);
  });

  test('zero and null, without division by zero, when there were no jobs', async ({ system }) => {
    const { data, errors } = await system.client.send(`{ jobStats {
      created throughputPerMinute failureRate attemptsPerJob retryRate cacheHitRate
      wait { p50Ms } run { p50Ms } byType { type } usage { inputTokens estimatedCostUsd } buckets { created } } }`);
    expect(errors).toBeUndefined();
    expect(data.jobStats).toMatchObject({
      created: 0,
      throughputPerMinute: 0,
      failureRate: null,
      attemptsPerJob: null,
      retryRate: null,
      cacheHitRate: null,
      wait: null,
      run: null,
      byType: [],
      usage: { inputTokens: 0, estimatedCostUsd: null },
    });
  });
});

describe('jobStats measures', () => {
  test('waits and runs, the slowest by nearest rank', async ({ pool, ann }) => {
    // 1, 2, … 20 minutes of waiting and half of that of running.
    for (let index = 1; index <= 20; index += 1) {
      await insertPastJob(pool, ran(ann, { wait: index, run: index / 2, ago: 1 }));
    }
    // Neither an answer from the cache nor a job that never started has waited for a start.
    await insertAll(pool, [
      { owner: ann, created: 1, end: { at: 1, status: 'COMPLETED' }, cacheHit: true },
      { owner: ann, created: 50, end: { at: 1, status: 'CANCELLED' } },
    ]);
    const { wait, run } = await lastHour(pool);
    expect(wait).toEqual({
      p50Ms: within(10 * minute),
      p95Ms: within(19 * minute),
      p99Ms: within(20 * minute),
    });
    expect(run).toEqual({
      p50Ms: within(5 * minute),
      p95Ms: within(9.5 * minute),
      p99Ms: within(10 * minute),
    });
  });

  test('retries: attempts that failed and were followed by another', async ({ pool, ann }) => {
    const attempt = (began: number, outcome: 'SUCCEEDED' | 'FAILED' | 'LOST') => ({
      began,
      ended: began - 1,
      outcome,
    });
    await insertAll(pool, [
      ran(ann, { wait: 1, run: 1, ago: 1 }),
      {
        owner: ann,
        created: 30,
        attempts: [attempt(20, 'FAILED'), attempt(18, 'FAILED'), attempt(16, 'SUCCEEDED')],
        end: { at: 15, status: 'COMPLETED' },
      },
      // Lost by its worker, which is no retry; and given up after its only failure, which is none either.
      {
        owner: ann,
        created: 30,
        attempts: [attempt(20, 'LOST'), attempt(18, 'SUCCEEDED')],
        end: { at: 17, status: 'COMPLETED' },
      },
      { owner: ann, created: 30, attempts: [attempt(20, 'FAILED')], end: { at: 19, status: 'FAILED' } },
      { owner: ann, created: 30, end: { at: 19, status: 'CANCELLED' } },
    ]);
    expect(await lastHour(pool)).toMatchObject({ tried: 4, attempts: 7, retried: 1, retries: 2 });
  });

  test('tokens and cost of all attempts, and hits of the cache', async ({ pool, ann }) => {
    const used = (
      outcome: 'FAILED' | 'SUCCEEDED',
      tokens: { input: number; output: number; usd?: number },
    ) => ({
      began: 3,
      ended: 2,
      outcome,
      tokens,
    });
    await insertAll(pool, [
      {
        owner: ann,
        created: 5,
        attempts: [
          used('FAILED', { input: 100, output: 10, usd: 0.25 }),
          used('SUCCEEDED', { input: 200, output: 20, usd: 0.5 }),
        ],
        end: { at: 2, status: 'COMPLETED' },
        cacheHit: false,
      },
      {
        owner: ann,
        created: 5,
        attempts: [used('FAILED', { input: 1_000, output: 0 })],
        end: { at: 2, status: 'FAILED' },
        cacheHit: false,
      },
      { owner: ann, created: 5, end: { at: 5, status: 'COMPLETED' }, cacheHit: true },
      { owner: ann, created: 5, end: { at: 5, status: 'COMPLETED' }, cacheHit: true },
      // It could not use the cache, so it did not miss it.
      ran(ann, { wait: 1, run: 1, ago: 1 }),
    ]);
    const stats = await lastHour(pool);
    expect(stats.usage).toEqual({ inputTokens: 1_300, outputTokens: 30, estimatedCostUsd: 0.75 });
    expect(stats).toMatchObject({ cacheHits: 2, cacheMisses: 1 });
  });

  test('waits, runs and retries of each bucket by the jobs that ended in it', async ({ pool, ann }) => {
    const failed = (began: number) => ({ began, ended: began - 1, outcome: 'FAILED' as const });
    await insertAll(pool, [
      ran(ann, { wait: 1, run: 2, ago: 140 }),
      {
        owner: ann,
        created: 150,
        attempts: [failed(146), { began: 144, ended: 140, outcome: 'SUCCEEDED' }],
        end: { at: 140, status: 'COMPLETED' },
      },
      { owner: ann, created: 20, attempts: [failed(12)], end: { at: 11, status: 'FAILED' } },
    ]);
    const { buckets } = await readJobStats(pool, null, day, hour);
    const percentiles = (p50: number, p95: number) =>
      expect.objectContaining({ p50Ms: within(p50 * minute), p95Ms: within(p95 * minute) });
    expect(buckets.filter(({ tried }) => tried > 0)).toMatchObject([
      { completed: 2, tried: 2, retried: 1, retries: 1, wait: percentiles(1, 4), run: percentiles(2, 6) },
      { failed: 1, tried: 1, retried: 0, retries: 0, wait: percentiles(8, 8), run: null },
    ]);
    expect(buckets[0]).toMatchObject({ retries: 0, wait: null, run: null });
  });

  test('the window in buckets aligned to the clock, without gaps, that add up', async ({ pool, ann }) => {
    await insertAll(
      pool,
      [1, 1, 30, 59].map((ago) => ran(ann, { wait: 0.1, run: 0.1, ago })),
    );
    const { buckets, from, to, completed } = await lastHour(pool);
    expect(completed).toBe(4);
    expect(buckets.map((bucket) => bucket.completed).filter((count) => count > 0)).toEqual([1, 1, 2]);
    expect(buckets[0]?.from).toEqual(from);
    expect(buckets.at(-1)?.to).toEqual(to);
    for (const [index, bucket] of buckets.entries()) {
      if (index > 0) expect(bucket.from).toEqual(buckets[index - 1]?.to);
      if (index > 0) expect(bucket.from.getTime() % minute).toBe(0);
    }
  });
});

describe('hours that are over', () => {
  /** Three days of jobs of all kinds, well inside of the window. */
  const threeDays = (ann: string, bob: string): PastJob[] =>
    Array.from({ length: 72 }, (_, index) => {
      const ago = index * 60 + 7;
      const owner = index % 3 === 0 ? bob : ann;
      if (index % 5 === 0) {
        const attempts = [
          {
            began: ago + 9,
            ended: ago + 8,
            outcome: 'FAILED' as const,
            tokens: { input: index, output: 1, usd: 0.5 },
          },
          { began: ago + 3, ended: ago, outcome: 'FAILED' as const },
        ];
        return {
          owner,
          created: ago + 10,
          attempts,
          end: { at: ago, status: 'FAILED', code: index % 2 === 0 ? 'OUTPUT_EMPTY' : 'OUTPUT_INVALID' },
        };
      }
      if (index % 7 === 0)
        return { owner, created: ago, end: { at: ago, status: 'COMPLETED' }, cacheHit: true };
      return ran(owner, { wait: index / 10, run: index / 20, ago });
    });
  const figures = ({ from: _from, to: _to, buckets, ...rest }: Awaited<ReturnType<typeof lastWeek>>) => ({
    ...rest,
    buckets: buckets
      .map(({ from: _start, to: _end, ...bucket }) => bucket)
      .filter(({ created }) => created > 0),
  });

  test('are added up once, and give the same figures as the facts', async ({ pool, ann, bob }) => {
    await insertAll(pool, threeDays(ann, bob));
    const before = await lastWeek(pool);
    expect(before).toMatchObject({ created: 72, tried: 64 });
    await rollUpFacts(pool);
    const rolled = await pool.query(
      'SELECT count(DISTINCT hour)::int AS hours, sum(jobs)::int AS jobs FROM job_fact_hour',
    );
    expect(rolled.rows[0]?.hours).toBeGreaterThan(65);
    expect(rolled.rows[0]?.jobs).toBeGreaterThan(130);
    // What is read is the sums: the facts behind them could as well be gone.
    await pool.query(
      "DELETE FROM job_fact WHERE at < (SELECT max(hour) + interval '1 hour' FROM job_fact_hour)",
    );
    expect(figures(await lastWeek(pool))).toEqual(figures(before));
  });

  test('are left alone as long as an event of theirs may still be committed', async ({ pool, ann }) => {
    await insertPastJob(pool, ran(ann, { wait: 0, run: 0, ago: 5 }));
    await rollUpFacts(pool);
    const { rows } = await pool.query('SELECT count(*)::int AS sums FROM job_fact_hour');
    expect(rows).toEqual([{ sums: 0 }]);
  });

  test('are added up and removed by the hourly clean-up', async ({ pool, ann }) => {
    await insertAll(pool, [
      ran(ann, { wait: 1, run: 1, ago: 150 }),
      ran(ann, { wait: 1, run: 1, ago: 60 * 24 * 40 }),
    ]);
    const settings = {
      JOB_CLEANUP_DAYS: 99,
      FAILED_JOB_CLEANUP_DAYS: 99,
      CANVAS_TRASH_DAYS: 99,
      VERSION_JOIN_MINUTES: 999,
      VERSION_THIN_HOURS: 999,
      CACHE_TTL_HOURS: 24,
      CACHE_MAX_ENTRIES: 9,
    };
    const counts = await cleanUp(pool, settings, new AbortController().signal);
    // Of the old job: two facts; two sums, and a duration each of waiting and running, of the hour and both periods.
    expect(counts).toMatchObject({ jobs: 0, statistics: 2 + 3 * 4 });
    const { rows } = await pool.query('SELECT sum(jobs)::int AS jobs FROM job_fact_hour');
    expect(rows).toEqual([{ jobs: 2 }]);
  });

  test('are kept for the longest window, and no longer', async ({ pool, ann }) => {
    const days = (count: number) => (count * day) / minute;
    await insertAll(
      pool,
      [29, 40].map((count) => ran(ann, { wait: 0, run: 0, ago: days(count) })),
    );
    await rollUpFacts(pool);
    expect(await removeOldFacts(pool, 10)).toBe(2);
    expect(await removeOldHours(pool)).toBe(3 * 4);
    expect((await readJobStats(pool, null, 30 * day, day)).completed).toBe(1);
    expect((await readJobStats(pool, ann, 30 * day, day)).completed).toBe(1);
  });
});

describe('the history of the queue', () => {
  const order = orderParameters(readConfig({}));
  const historyOf = (pool: pg.Pool) => readQueueHistory(pool, { ...order, windowMs: hour, bucketMs: minute });
  const priorities = (bucket: QueueHistoryBucket | undefined) => {
    const { from: _, ...depth } = bucket ?? {};
    return depth;
  };

  test('has the most jobs that could be started in each minute', async ({ pool, ann }) => {
    for (let index = 0; index < 3; index += 1) await insertPastJob(pool, { owner: ann, created: 3 });
    await pool.query(
      "UPDATE canvas_job SET priority = 'LOW' WHERE id = (SELECT min(id::text)::uuid FROM canvas_job)",
    );
    const later = await insertPastJob(pool, { owner: ann, created: 3 });
    await pool.query("UPDATE canvas_job SET next_attempt_at = now() + interval '1 hour' WHERE id = $1", [
      later,
    ]);
    // In one transaction, so that both samples are of the same minute.
    await inTransaction(pool, async (tx) => {
      expect(await sampleQueueDepth(tx, order)).toBe(1);
      await tx.query("UPDATE canvas_job SET priority = 'URGENT' WHERE priority = 'LOW'");
      expect(await sampleQueueDepth(tx, order)).toBe(1);
      await tx.query('DELETE FROM canvas_job');
      expect(await sampleQueueDepth(tx, order)).toBe(0);
      const history = await readQueueHistory(tx, { ...order, windowMs: hour, bucketMs: minute });
      expect(priorities(history.at(-1))).toEqual({ urgent: 1, high: 0, normal: 2, low: 1 });
    });
  });

  test('has what waits now in the last bucket, recorded or not, also while the queue is paused', async ({
    pool,
    ann,
  }) => {
    await pool.query('UPDATE queue_control SET paused_at = now()');
    expect(priorities((await historyOf(pool)).at(-1))).toEqual({ urgent: 0, high: 0, normal: 0, low: 0 });
    for (let index = 0; index < 3; index += 1) await insertPastJob(pool, { owner: ann, created: 3 });
    const history = await historyOf(pool);
    expect(priorities(history.at(-1))).toEqual({ urgent: 0, high: 0, normal: 3, low: 0 });
    expect(priorities(history.at(-2))).toEqual({ urgent: null, high: null, normal: null, low: null });
  });

  test('has the longest queue of each bucket, and null where nothing was recorded', async ({ pool }) => {
    const insert = (ago: number, normal: number) =>
      pool.query(
        `INSERT INTO queue_depth_sample SELECT date_trunc('hour', now()) - $1 * interval '1 minute', 0, 0, $2, 0`,
        [ago, normal],
      );
    for (const [ago, normal] of [
      [10, 3],
      [20, 7],
      [30, 5],
      [70, 1],
    ] as const)
      await insert(ago, normal);
    const history = await readQueueHistory(pool, { ...order, windowMs: day, bucketMs: hour });
    const recorded = history.filter(({ normal }) => normal !== null);
    expect(recorded.map(priorities)).toEqual([
      { urgent: 0, high: 0, normal: 1, low: 0 },
      { urgent: 0, high: 0, normal: 7, low: 0 },
      { urgent: 0, high: 0, normal: 0, low: 0 },
    ]);
    expect(priorities(history[0])).toEqual({ urgent: null, high: null, normal: null, low: null });
  });

  test('has the buckets of the statistics', async ({ pool }) => {
    const starts = await inTransaction(pool, async (tx) => {
      const { buckets } = await readJobStats(tx, null, hour, minute);
      const history = await readQueueHistory(tx, { ...order, windowMs: hour, bucketMs: minute });
      return [buckets, history].map((list) => list.map(({ from }) => from.toISOString()));
    });
    expect(starts[0]).toEqual(starts[1]);
  });

  test('is recorded by a running API', async ({ system, pool }) => {
    await expect
      .poll(async () => (await pool.query('SELECT urgent, low FROM queue_depth_sample')).rows)
      .toContainEqual({ urgent: 0, low: 0 });
    const { data, errors } = await system.client.send('{ queueHistory { from urgent high normal low } }');
    expect(errors).toBeUndefined();
    expect(data.queueHistory.at(-1)).toMatchObject({ urgent: 0, low: 0 });
  });

  test('is kept for the longest window, and no longer', async ({ pool }) => {
    await pool.query(
      `INSERT INTO queue_depth_sample
       SELECT now() - days * interval '1 day', 0, 0, 0, 0 FROM unnest('{29,40}'::int[]) AS days`,
    );
    expect(await removeOldHours(pool)).toBe(1);
  });
});

describe('a real job', () => {
  test('counts when it ends, again when it ends again, and still when it was cleaned up', async ({
    system,
    pool,
    model,
  }) => {
    const worker = await system.startWorker({
      MAX_JOB_RETRIES: '0',
      OPENAI_PRICE_INPUT: '1',
      OPENAI_PRICE_OUTPUT: '2',
    });
    const { id } = await create(system.client, { instruction: 'a flow', useCache: false });
    (await model.nextRequest()).refuse(400);
    await history(system.client, id);
    expect(await lastHour(pool)).toMatchObject({
      created: 1,
      failed: 1,
      completed: 0,
      tried: 1,
      attempts: 1,
    });
    const again = 'mutation ($id: ID!) { retryJob(input: { jobId: $id }) { __typename } }';
    await system.client.send(again, { id });
    const request = await model.nextRequest();
    sendPlan(request, flowPlan(3), { inputTokens: 1_000, outputTokens: 500 });
    for await (const event of system.client.follow(
      `subscription { jobProgress(jobId: "${id}") { __typename } }`,
    )) {
      if (event.data.jobProgress.__typename === 'JobCompleted') break;
    }
    await worker.stop();
    // The log tells the same facts at any time: those of jobs from before there were facts were written from it.
    const { rows } = await pool.query(
      `SELECT fact.* FROM job_event, LATERAL job_fact_of(job_event) AS fact
       WHERE job_event.type IN ('JobQueued', 'JobFailed', 'JobCompleted') AND payload ->> 'retry' IS DISTINCT FROM 'true'
       EXCEPT SELECT * FROM job_fact`,
    );
    expect(rows).toEqual([]);
    await pool.query('DELETE FROM canvas_job');
    expect(await lastHour(pool)).toMatchObject({
      created: 1,
      failed: 1,
      completed: 1,
      tried: 2,
      attempts: 2,
      retries: 0,
      byErrorCode: [{ code: 'PROVIDER_BAD_REQUEST', count: 1 }],
      usage: { inputTokens: 1_000, outputTokens: 500, estimatedCostUsd: 0.002 },
    });
  });
});
