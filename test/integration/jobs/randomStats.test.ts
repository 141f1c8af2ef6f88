import fc from 'fast-check';
import type pg from 'pg';
import { expect } from 'vitest';
import { inTransaction } from '../../../src/database/transaction.ts';
import { type JobStats, type Percentiles, readJobStats } from '../../../src/jobs/statistics/readJobStats.ts';
import { rollUpFacts } from '../../../src/jobs/statistics/rollUpFacts.ts';
import { insertUser } from '../../support/database/pastJobs.ts';
import { test } from '../../support/setup/database.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const windows = [
  [hour, minute],
  [day, hour],
  [7 * day, 6 * hour],
  [30 * day, day],
] as const;

type Fact = {
  minutesAgo: number;
  status: 'QUEUED' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  waitMs: number;
  runMs: number;
  tokens: number;
};

/** Values up to `max`, as many in each order of magnitude. Doubles would be near 1, nearly all. */
const magnitudes = (max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((part) => max ** (part / 1_000_000));

const facts = fc.array(
  fc.record<Fact>({
    minutesAgo: magnitudes(40_000),
    status: fc.constantFrom('QUEUED', 'COMPLETED', 'FAILED', 'CANCELLED'),
    waitMs: magnitudes(24_000_000).map(Math.floor),
    runMs: magnitudes(24_000_000).map(Math.floor),
    tokens: fc.nat(10_000),
  }),
  { minLength: 50, maxLength: 400 },
);

test('figures are those of the facts, by nearest rank, before and after they are added up', async ({
  database,
}) => {
  const pool = database.pool();
  const owner = await insertUser(pool, 'ann');
  await fc.assert(
    fc.asyncProperty(facts, async (given) => {
      await pool.query(
        'TRUNCATE job_fact, job_fact_hour, job_duration_hour, job_fact_period, job_duration_period',
      );
      await insertFacts(pool, owner, given);
      // In one transaction, time stands still, and so do the windows.
      await inTransaction(pool, async (tx) => {
        const read = (ownerId: string | null) =>
          Promise.all(windows.map(([windowMs, bucketMs]) => readJobStats(tx, ownerId, windowMs, bucketMs)));
        const [everyones, owns] = [await read(null), await read(owner)];
        const rows = await readFacts(pool);
        for (const stats of everyones) compare(stats, rows);
        expect(owns).toEqual(everyones);
        await rollUpFacts(pool);
        // What is read is the sums: the facts behind them could as well be gone. The first hour of a window is
        // shorter, and read from its facts.
        for (const [index, [windowMs, bucketMs]] of windows.entries()) {
          await tx.query('SAVEPOINT kept');
          await tx.query(
            `DELETE FROM job_fact WHERE at < (SELECT max(hour) + interval '1 hour' FROM job_fact_hour)
             AND at >= date_trunc('hour', now() - $1 * interval '1 millisecond', 'UTC') + interval '1 hour'`,
            [windowMs],
          );
          expect(await readJobStats(tx, null, windowMs, bucketMs)).toEqual(everyones[index]);
          await tx.query('ROLLBACK TO SAVEPOINT kept');
        }
      });
    }),
    { numRuns: 5 },
  );
});

type Row = { at: Date; status: string; wait_ms: string | null; run_ms: string | null };

function compare(stats: JobStats, rows: Row[]): void {
  for (const part of [stats, ...stats.buckets]) {
    const within = rows.filter(({ at }) => at >= part.from && at < part.to);
    const count = (status: string) => within.filter((row) => row.status === status).length;
    expect(part).toMatchObject({
      created: count('QUEUED'),
      completed: count('COMPLETED'),
      failed: count('FAILED'),
      cancelled: count('CANCELLED'),
    });
    expectPercentiles(part.wait, durations(within, 'wait_ms'));
    expectPercentiles(part.run, durations(within, 'run_ms'));
  }
}

function durations(rows: Row[], column: 'wait_ms' | 'run_ms'): number[] {
  return rows.flatMap((row) => (row[column] === null ? [] : Number(row[column]))).sort((a, b) => a - b);
}

function expectPercentiles(found: Percentiles | null, sorted: number[]): void {
  if (sorted.length === 0) expect(found).toBeNull();
  else expectNearestRank(found, sorted);
}

function expectNearestRank(found: Percentiles | null, sorted: number[]): void {
  for (const [share, value] of [
    [0.5, found?.p50Ms],
    [0.95, found?.p95Ms],
    [0.99, found?.p99Ms],
  ] as const) {
    const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
    expect(Math.abs((value ?? Number.NaN) - exact)).toBeLessThanOrEqual(exact * 0.025);
  }
}

async function readFacts(pool: pg.Pool): Promise<Row[]> {
  return (await pool.query<Row>('SELECT at, status, wait_ms, run_ms FROM job_fact')).rows;
}

async function insertFacts(pool: pg.Pool, owner: string, given: Fact[]): Promise<void> {
  await pool.query(
    `INSERT INTO job_fact (job_id, seq, at, owner_id, status, type, planner, error_code, cache_hit, attempts, retries,
                           wait_ms, run_ms, input_tokens, output_tokens, cost_usd)
     SELECT gen_random_uuid(), 1, now() - "minutesAgo" * interval '1 minute', $2, status::job_status, 'CREATE_CANVAS',
            CASE WHEN ended THEN 'openai' END, CASE status WHEN 'FAILED' THEN 'OUTPUT_EMPTY' END,
            CASE status WHEN 'COMPLETED' THEN tokens % 2 = 0 END, ended::int * 2, ended::int,
            CASE WHEN ended THEN "waitMs" END, CASE status WHEN 'COMPLETED' THEN "runMs" END, tokens, tokens / 2,
            CASE WHEN ended THEN 0.25 END
     FROM jsonb_to_recordset($1) AS fact ("minutesAgo" float8, status text, "waitMs" bigint, "runMs" bigint, tokens int),
          LATERAL (SELECT status <> 'QUEUED' AS ended) AS state`,
    [JSON.stringify(given), owner],
  );
}
