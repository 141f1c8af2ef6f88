import pg from 'pg';
import { describe, expect } from 'vitest';
import { type Api, startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { migrate } from '../../../src/database/migrations/migrate.ts';
import { databaseFailure } from '../../../src/database/outages/failure.ts';
import { recoverJobs } from '../../../src/jobs/recovery/recoverJobs.ts';
import { createLogger } from '../../../src/log.ts';
import { startWorker } from '../../../worker/startWorker.ts';
import { create, history, until } from '../../support/jobs.ts';
import { lacksPgBouncer, type PgBouncer, startPgBouncer } from '../../support/processes/pgBouncer.ts';
import { startWorkerProcess } from '../../support/processes/workerProcess.ts';
import { type TestDatabase, test } from '../../support/setup/database.ts';
import { type Client, clientOf } from '../../support/system.ts';

type Started = { client: Client; other: Client; hub: Api['services']['events']['hub']; url: string };

/** Two APIs and two workers by way of the pooler, as long as `use` takes. */
async function withServices(env: Record<string, string>, use: (started: Started) => Promise<void>) {
  const config = readConfig({
    ...{ PORT: '0', WORKER_PORT: '0', SHUTDOWN_GRACE_MS: '500', DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '0' },
    ...env,
  });
  const url = env.DATABASE_URL ?? '';
  const api = await startApi(config, url, createLogger('api', 'silent'));
  const stops = [api.stop];
  try {
    const other = await startApi(config, url, createLogger('api', 'silent'));
    stops.unshift(other.stop);
    for (let started = 0; started < 2; started += 1) {
      const worker = await startWorker(
        config,
        config.DATABASE_DIRECT_URL ?? url,
        createLogger('worker', 'silent'),
      );
      stops.unshift(() => worker.stop({ hurry: new AbortController().signal }));
    }
    await use({
      client: clientOf(api.url),
      other: clientOf(other.url),
      hub: api.services.events.hub,
      url: api.url,
    });
  } finally {
    for (const stop of stops) await stop();
  }
}

/** Jobs at once, to their end. */
async function runJobs(client: Client, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const { id } = await create(client, { instruction: `Flow: Open ${index}, Read, Answer` });
      expect((await history(client, id)).at(-1)?.__typename).toBe('JobCompleted');
    }),
  );
}

/** Creates a job at one API, follows it at the other, and cancels it there while the queue is paused. */
async function cancelElsewhere(client: Client, other: Client): Promise<void> {
  await client.send('mutation { pauseQueue(input: {}) { __typename } }');
  const { id } = await create(client, { instruction: 'Flow: One, Two, Three' });
  const following = history(other, id);
  await other.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', { id });
  expect((await following).at(-1)?.__typename).toBe('JobCancelled');
  await other.send('mutation { resumeQueue(input: {}) { __typename } }');
}

/** Rows of a query that is run on each session that the pooler shares. */
async function readSessions(pooler: PgBouncer, query: string): Promise<Record<string, unknown>[]> {
  const clients = Array.from({ length: pooler.sessions }, () => new pg.Client(pooler.url));
  try {
    // Each transaction takes a session until all are taken.
    for (const client of clients) await client.connect().then(() => client.query('BEGIN'));
    const found = clients.map(async (client) => (await client.query(query)).rows);
    return (await Promise.all(found)).flat();
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** What clients have left behind on the sessions that the pooler shares: statements, channels, advisory locks. */
const findSessionState = (pooler: PgBouncer) =>
  readSessions(
    pooler,
    `SELECT 'statement' AS kind, name FROM pg_prepared_statements WHERE name <> ''
     UNION ALL SELECT 'channel', channel FROM pg_listening_channels() AS channel
     UNION ALL SELECT 'lock', objid::text FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`,
  );

/** The last statement of each session that is not one of the pooler's. */
async function directStatements(database: TestDatabase, pooler: PgBouncer): Promise<string[]> {
  const pooled = await readSessions(pooler, 'SELECT pg_backend_pid() AS pid');
  const { rows } = await database
    .pool()
    .query<{ query: string }>(
      'SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> ALL ($1)',
      [pooled.map(({ pid }) => pid)],
    );
  return rows.map(({ query }) => query);
}

async function readyOf(url: string) {
  const response = await fetch(`${url}/ready`);
  return { status: response.status, ...((await response.json()) as { checks: Record<string, string> }) };
}

async function heldLocks(database: TestDatabase) {
  const { rows } = await database.pool().query(
    `SELECT count(*)::int AS held FROM pg_locks JOIN worker ON objid = lock_key
     WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows[0].held;
}

describe.skipIf(lacksPgBouncer)('through PgBouncer', { timeout: 60_000 }, () => {
  test('in transaction mode everything works, by polling and by heartbeat', async ({ database }) => {
    await using pooler = await startPgBouncer(database.url, 'transaction');
    await withServices({ DATABASE_URL: pooler.url }, async ({ client, hub, url }) => {
      await expect.poll(() => hub.status, { timeout: 10_000 }).toBe('not_receiving');
      await runJobs(client, 6);
      const ready = await readyOf(url);
      expect(ready).toMatchObject({ status: 200, checks: { queue: 'ok' } });
      expect(ready.checks.events).toContain('DATABASE_DIRECT_URL');
      expect(await heldLocks(database)).toBe(0);
      const { data } = await client.send('{ system { workersAlive } }');
      expect(data.system.workersAlive).toBe(2);
    });
    const { rows } = await database.pool().query('SELECT stopped_at IS NOT NULL AS stopped FROM worker');
    expect(rows).toEqual([{ stopped: true }, { stopped: true }]);
  });

  test('in transaction mode, with a direct address, as without a pooler', async ({ database }) => {
    await using pooler = await startPgBouncer(database.url, 'transaction');
    const env = { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: database.url };
    await withServices(env, async ({ client, other, hub, url }) => {
      await expect.poll(() => hub.status, { timeout: 10_000 }).toBe('listening');
      await cancelElsewhere(client, other);
      await runJobs(client, 8);
      expect(await heldLocks(database)).toBe(2);
      expect(await readyOf(url)).toMatchObject({ status: 200, checks: { events: 'ok', queue: 'ok' } });
      expect(await findSessionState(pooler)).toEqual([]);
      const direct = await directStatements(database, pooler);
      expect(direct).toContainEqual(expect.stringContaining('FROM job_event'));
      expect(direct).toContainEqual(expect.stringContaining('pg_notify'));
    });
  });

  test('in transaction mode the death of a worker is found by its heartbeat', async ({ database }) => {
    await using pooler = await startPgBouncer(database.url, 'transaction');
    const pool = database.pool();
    const worker = await startWorkerProcess({ DATABASE_URL: pooler.url });
    worker.signal('SIGKILL');
    await worker.exited;
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM worker');
    await pool.query("UPDATE worker SET heartbeat_at = now() - interval '10 seconds'");
    expect(await recoverJobs(pool)).toEqual([]);
    await pool.query("UPDATE worker SET heartbeat_at = now() - interval '16 seconds'");
    expect(await recoverJobs(pool)).toEqual(rows.map(({ id }) => id));
  });

  test('in session mode as without a pooler', async ({ database }) => {
    await using pooler = await startPgBouncer(database.url, 'session');
    await withServices({ DATABASE_URL: pooler.url }, async ({ client, hub, url }) => {
      await expect.poll(() => hub.status, { timeout: 10_000 }).toBe('listening');
      await runJobs(client, 4);
      const { id } = await create(client, { instruction: 'Flow: One, Two, Three' });
      await until(client, id, 'JobCompleted');
      expect(await heldLocks(database)).toBe(2);
      expect(await readyOf(url)).toMatchObject({ status: 200, checks: { events: 'ok', queue: 'ok' } });
    });
  });

  test('in statement mode no service starts, and the message names the setting to change', async ({
    database,
  }) => {
    await using pooler = await startPgBouncer(database.url, 'statement');
    const config = readConfig({ PORT: '0', WORKER_PORT: '0', DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '0' });
    const start = [
      () => startApi(config, pooler.url, createLogger('api', 'silent')),
      () => startWorker(config, pooler.url, createLogger('worker', 'silent')),
      () => migrate(pooler.url),
    ];
    for (const begin of start) {
      const error = await begin().catch((reason: unknown) => reason);
      expect(databaseFailure({ url: pooler.url, variable: 'DATABASE_URL' }, error)).toContain(
        'Set it to transaction or session mode',
      );
    }
  });

  test('migrations in transaction mode need the direct address, unless the database is up to date', async ({
    database,
  }) => {
    await using pooler = await startPgBouncer(database.url, 'transaction');
    expect(await migrate(pooler.url)).toEqual([]);
    await database.pool().query("DELETE FROM _prisma_migrations WHERE migration_name = '0001_init'");
    await expect(migrate(pooler.url)).rejects.toThrow(/lacks 0001_init.*DATABASE_DIRECT_URL/);
    expect(await findSessionState(pooler)).toEqual([]);
  });
});
