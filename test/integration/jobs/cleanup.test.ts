import { runOnce } from 'graphile-worker';
import type pg from 'pg';
import { Registry } from 'prom-client';
import { describe, expect, vi } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { inTransaction } from '../../../src/database/transaction.ts';
import { createLogger } from '../../../src/log.ts';
import { graphileLogger } from '../../../worker/graphileLogger.ts';
import { batchSize } from '../../../worker/tasks/batches.ts';
import { cleanUp } from '../../../worker/tasks/cleanUp.ts';
import { createCleanUpMetrics } from '../../../worker/tasks/cleanUpMetrics.ts';
import { jobBatchSize } from '../../../worker/tasks/removeJobs.ts';
import { createCleanUpTask } from '../../../worker/tasks/schedule.ts';
import { change } from '../../support/canvases.ts';
import { insertEntries, insertJobs } from '../../support/database/agedRows.ts';
import { create, history, readJob, tryCreate } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import type { TestDatabase } from '../../support/setup/database.ts';
import { type Client, test as systemTest } from '../../support/system.ts';

const settings = {
  JOB_CLEANUP_DAYS: 7,
  FAILED_JOB_CLEANUP_DAYS: 30,
  CANVAS_TRASH_DAYS: 30,
  VERSION_JOIN_MINUTES: 30,
  VERSION_THIN_HOURS: 24,
  CACHE_TTL_HOURS: 24,
  CACHE_MAX_ENTRIES: 10_000,
};
const nothing = {
  jobs: 0,
  canvases: 0,
  deletedCanvases: 0,
  joinedVersions: 0,
  edits: 0,
  workers: 0,
  cacheEntries: 0,
  statistics: 0,
};
const never = new AbortController().signal;

type Clean = (changed?: Partial<typeof settings>) => ReturnType<typeof cleanUp>;
/** Keeps the locks that a statement takes, until the test is over or lets go of them. */
type Hold = (statement: string, values?: unknown[]) => Promise<() => void>;

const test = systemTest.extend<{ pool: pg.Pool; clean: Clean; hold: Hold }>({
  pool: async ({ database }, use) => use(database.pool()),
  clean: async ({ pool }, use) => use((changed) => cleanUp(pool, { ...settings, ...changed }, never)),
  hold: async ({ pool }, use) => {
    const over = Promise.withResolvers<void>();
    const transactions: Promise<void>[] = [];
    await use(async (statement, values = []) => {
      const held = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      const holding = inTransaction(pool, async (tx) => {
        await tx.query(statement, values);
        held.resolve();
        await Promise.race([released.promise, over.promise]);
      });
      transactions.push(holding);
      await Promise.race([held.promise, holding]);
      return released.resolve;
    });
    over.resolve();
    await Promise.all(transactions);
  },
});

async function column(pool: pg.Pool, query: string): Promise<unknown[]> {
  const { rows } = await pool.query({ text: query, rowMode: 'array' });
  return rows.map(([value]) => value);
}

const statuses = (pool: pg.Pool) =>
  column(
    pool,
    `SELECT status || ' ' || round(extract(epoch FROM now() - finished_at) / 86400) FROM canvas_job ORDER BY finished_at`,
  );

const rowsIn = async (pool: pg.Pool, ...tables: string[]) =>
  Promise.all(tables.map(async (table) => (await column(pool, `SELECT count(*)::int FROM ${table}`))[0]));

async function readCanvas(client: Client, id: string) {
  const { data } = await client.send(
    'query ($id: ID!) { canvas(id: $id) { title versionNumber objects { id zIndex createdByJob { id } } } }',
    { id },
  );
  return data.canvas;
}

describe('jobs', () => {
  test('are removed with their logs when they are old; their objects stay on the canvas', async ({
    system,
    model,
    pool,
    clean,
  }) => {
    model.respondToAll((request) => sendPlan(request, flowPlan(5)));
    await system.startWorker();
    const { id, canvasId } = await create(system.client, { instruction: 'draw five' });
    await history(system.client, id);
    const before = await readCanvas(system.client, canvasId);
    expect(await clean()).toEqual(nothing);

    await pool.query("UPDATE canvas_job SET finished_at = now() - interval '7 days 1 second'");
    expect(await clean()).toEqual({ ...nothing, jobs: 1 });
    expect(await readJob(system.client, id)).toBeNull();
    expect(await rowsIn(pool, 'job_event', 'job_attempt')).toEqual([0, 0]);
    expect(await column(pool, 'SELECT job_id FROM canvas_version')).toEqual([null]);
    const objects = before.objects.map((object: object) => ({ ...object, createdByJob: null }));
    expect(objects).toHaveLength(5);
    expect(await readCanvas(system.client, canvasId)).toEqual({ ...before, objects });
  });

  test('are removed with their idempotency keys, which then stand for new jobs', async ({
    system: { client },
    pool,
    clean,
  }) => {
    const input = { instruction: 'once', idempotencyKey: 'k' };
    const { job } = await tryCreate(client, input);
    await client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', {
      id: job.id,
    });
    const age = (interval: string) =>
      pool.query(`UPDATE canvas_job SET finished_at = now() - interval '${interval}'`);
    await age('6 days 23 hours');
    await clean();
    expect(await tryCreate(client, input)).toMatchObject({ replayed: true, job: { id: job.id } });
    await age('7 days 1 second');
    await clean();
    const later = await tryCreate(client, input);
    expect(later.replayed).toBe(false);
    expect(later.job.id).not.toBe(job.id);
  });

  test('that failed are kept longer, and unfinished ones are never removed', async ({ pool, clean }) => {
    for (const days of [6, 8, 29, 31]) {
      for (const status of ['COMPLETED', 'CANCELLED', 'FAILED']) await insertJobs(pool, { status, days });
    }
    for (const status of ['QUEUED', 'PROCESSING']) await insertJobs(pool, { status, days: 100 });
    expect(await clean()).toEqual({ ...nothing, jobs: 7 });
    expect((await statuses(pool)).toSorted()).toEqual(
      ['CANCELLED 6', 'COMPLETED 6', 'FAILED 29', 'FAILED 6', 'FAILED 8', null, null].toSorted(),
    );
  });

  test('are removed in batches', async ({ pool, clean }) => {
    await insertJobs(pool, { status: 'COMPLETED', days: 8, count: 2 * jobBatchSize + 1 });
    await insertJobs(pool, { status: 'COMPLETED', days: 1 });
    expect(await clean()).toEqual({ ...nothing, jobs: 2 * jobBatchSize + 1 });
    expect(await rowsIn(pool, 'canvas_job', 'job_event', 'job_attempt')).toEqual([1, 2, 1]);
  });

  test('are skipped while they or their canvas are locked', async ({ pool, clean, hold }) => {
    const [retried, changed] = [
      await insertJobs(pool, { status: 'FAILED', days: 31 }),
      await insertJobs(pool, { status: 'COMPLETED', days: 8 }),
    ];
    await insertJobs(pool, { status: 'COMPLETED', days: 8 });
    await hold('SELECT 1 FROM canvas_job WHERE canvas_id = $1 FOR NO KEY UPDATE', [retried]);
    await hold('SELECT 1 FROM canvas WHERE id = $1 FOR NO KEY UPDATE', [changed]);
    expect(await clean()).toEqual({ ...nothing, jobs: 1 });
    expect(await rowsIn(pool, 'canvas_job')).toEqual([2]);
  });

  test('are removed with their canvas if it never had an object and no other job uses it', async ({
    pool,
    clean,
  }) => {
    await insertJobs(pool, { status: 'CANCELLED', days: 8, count: 2, version: 0 });
    const wanted = await insertJobs(pool, { status: 'CANCELLED', days: 8, version: 0 });
    await insertJobs(pool, { status: 'FAILED', days: 8, version: 0, canvasId: wanted });
    const emptied = await insertJobs(pool, { status: 'COMPLETED', days: 8, version: 2 });
    expect(await clean()).toEqual({ ...nothing, jobs: 4, canvases: 1 });
    expect((await column(pool, 'SELECT id FROM canvas')).toSorted()).toEqual([wanted, emptied].toSorted());

    await pool.query("UPDATE canvas_job SET finished_at = now() - interval '31 days'");
    expect(await clean()).toEqual({ ...nothing, jobs: 1, canvases: 1 });
    expect(await column(pool, 'SELECT id FROM canvas')).toEqual([emptied]);
  });

  test('are removed without the empty canvas for which a new job is being created', async ({
    pool,
    clean,
    hold,
  }) => {
    const canvasId = await insertJobs(pool, { status: 'CANCELLED', days: 8, version: 0 });
    await hold('SELECT 1 FROM canvas WHERE id = $1 FOR KEY SHARE', [canvasId]);
    expect(await clean()).toEqual({ ...nothing, jobs: 1 });
    expect(await column(pool, 'SELECT id FROM canvas')).toEqual([canvasId]);
  });
});

test('deleted canvases are removed after a month, with their jobs and versions', async ({
  system,
  model,
  pool,
  clean,
}) => {
  model.respondToAll((request) => sendPlan(request, flowPlan(5)));
  await system.startWorker();
  const { id, canvasId } = await create(system.client, { instruction: 'draw five' });
  await history(system.client, id);
  const again = await create(system.client, { instruction: 'draw five more', canvasId });
  await history(system.client, again.id);
  await change(system.client, 'deleteCanvas', { canvasId });
  const kept = await insertJobs(pool, { status: 'QUEUED', days: 40 });
  await pool.query('UPDATE canvas SET deleted_at = now(), deleted_version = version WHERE id = $1', [kept]);
  await pool.query("UPDATE canvas SET deleted_at = deleted_at - interval '29 days'");
  expect(await clean()).toEqual(nothing);

  await pool.query("UPDATE canvas SET deleted_at = deleted_at - interval '2 days'");
  expect(await clean()).toEqual({ ...nothing, deletedCanvases: 1 });
  expect(await rowsIn(pool, 'canvas', 'canvas_object', 'canvas_version', 'canvas_job')).toEqual([1, 0, 0, 1]);
});

describe('cached results', () => {
  test('are removed when they are too old to be used', async ({ pool, clean }) => {
    await insertEntries(pool, 'old', 25, 0, batchSize + 1);
    await insertEntries(pool, 'new', 23, 23);
    expect(await clean()).toEqual({ ...nothing, cacheEntries: batchSize + 1 });
    expect(await column(pool, 'SELECT key FROM result_cache')).toEqual(['new1']);
  });

  test('are removed when there are too many, the least recently used first', async ({ pool, clean }) => {
    await insertEntries(pool, 'idle', 5, 3, batchSize);
    await insertEntries(pool, 'less', 1, 2, 2);
    await insertEntries(pool, 'more', 9, 1, 2);
    expect(await clean({ CACHE_MAX_ENTRIES: 3 })).toEqual({ ...nothing, cacheEntries: batchSize + 1 });
    expect(await column(pool, 'SELECT key FROM result_cache ORDER BY last_used_at DESC, key')).toEqual([
      'more1',
      'more2',
      expect.stringMatching('less'),
    ]);
    expect(await clean({ CACHE_MAX_ENTRIES: 3 })).toEqual(nothing);
  });
});

test('idempotency keys of edits are removed after a month', async ({ pool, clean }) => {
  const canvasId = await insertJobs(pool, { status: 'QUEUED', days: 40 });
  await pool.query(
    `INSERT INTO canvas_edit (canvas_id, idempotency_key, input_hash, conflicts, created_at)
     SELECT $1, key, '', '[]', now() - days * interval '1 day' FROM (VALUES ('old', 31), ('new', 29)) AS edit (key, days)`,
    [canvasId],
  );
  expect(await clean()).toEqual({ ...nothing, edits: 1 });
  expect(await column(pool, 'SELECT idempotency_key FROM canvas_edit')).toEqual(['new']);
});

test('workers are removed a week after they stopped', async ({ pool, clean }) => {
  await pool.query(
    `INSERT INTO worker (id, pool_id, host, pid, max_concurrent, heartbeat_at, stopped_at)
     SELECT gen_random_uuid(), host, host, 1, 1, now() - interval '9 days', stopped
     FROM (VALUES ('long gone', now() - interval '8 days'), ('gone', now() - interval '6 days'), ('alive', NULL))
       AS worker (host, stopped)`,
  );
  expect(await clean()).toEqual({ ...nothing, workers: 1 });
  expect((await column(pool, 'SELECT host FROM worker')).toSorted()).toEqual(['alive', 'gone']);
});

/** Runs the clean-up as a worker does, if it is due. Returns the worker's metrics of it. */
async function runTask(database: TestDatabase, pool: pg.Pool, longestMs?: number): Promise<string> {
  const log = createLogger('worker', 'silent');
  const registry = new Registry();
  const context = { pool, config: readConfig({}), shutdownSignal: never, log };
  const task = createCleanUpTask(context, createCleanUpMetrics(registry), never, longestMs);
  await runOnce({
    connectionString: database.url,
    taskList: { clean_up: task },
    logger: graphileLogger(log),
  });
  return registry.metrics();
}

describe('a clean-up', () => {
  test('is skipped while another one is running', async ({ pool, clean, hold }) => {
    await insertJobs(pool, { status: 'COMPLETED', days: 8 });
    const release = await hold('LOCK TABLE result_cache IN EXCLUSIVE MODE');
    const first = clean();
    await expect
      .poll(() => column(pool, "SELECT 1 FROM pg_locks WHERE locktype = 'relation' AND NOT granted"))
      .toEqual([1]);
    expect(await clean()).toBeNull();
    release();
    expect(await first).toEqual({ ...nothing, jobs: 1 });
    expect(await clean()).toEqual(nothing);
  });

  test('is due 17 minutes past the hour, by the clock of the database', async ({ system, pool }) => {
    await insertJobs(pool, { status: 'COMPLETED', days: 8 });
    const due = `SELECT extract(minute FROM run_at)::int || ' past, ' || (run_at > now())
      || (run_at <= now() + interval '1 hour') FROM graphile_worker.jobs WHERE key = 'clean_up'`;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 86_400_000 });
    try {
      await system.startWorker();
      await expect.poll(() => column(pool, due)).toEqual(['17 past, truetrue']);
    } finally {
      vi.useRealTimers();
    }
    // Nobody was there at that time; the next worker does it.
    await pool.query("UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 day'");
    await system.startWorker();
    await expect.poll(() => rowsIn(pool, 'canvas_job')).toEqual([0]);
  });

  test('is run at once by a worker when an operator asks for it, however often', async ({
    system,
    database,
    pool,
  }) => {
    await insertJobs(pool, { status: 'COMPLETED', days: 8 });
    const request = 'mutation { cleanUp { __typename ... on CleanUpSuccess { queuedAt } } }';
    for (const { data, errors } of [await system.client.send(request), await system.client.send(request)]) {
      expect(errors).toBeUndefined();
      expect(data.cleanUp).toEqual({ __typename: 'CleanUpSuccess', queuedAt: expect.any(String) });
    }
    expect(await column(pool, 'SELECT run_at <= now() FROM graphile_worker.jobs')).toEqual([true]);
    const metrics = await runTask(database, pool);
    expect(await rowsIn(pool, 'canvas_job')).toEqual([0]);
    expect(metrics).toMatch(/^collabcanvas_clean_up_removed_total\{kind="jobs"\} 1$/m);
    expect(metrics).toMatch(/^collabcanvas_clean_up_removed_total\{kind="workers"\} 0$/m);
    expect(metrics).toMatch(/^collabcanvas_clean_up_completed_timestamp_seconds [1-9]/m);
  });

  test('that exceeds its time limit continues a little later', async ({ database, pool }) => {
    await pool.query("SELECT graphile_worker.add_job('clean_up')");
    const metrics = await runTask(database, pool, 0);
    expect(await column(pool, 'SELECT key FROM graphile_worker.jobs WHERE run_at > now()')).toEqual([
      'clean_up',
    ]);
    expect(metrics).toMatch(/^collabcanvas_clean_up_completed_timestamp_seconds 0$/m);
  });
});
