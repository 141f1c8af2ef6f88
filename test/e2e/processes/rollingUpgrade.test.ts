import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { describe, expect } from 'vitest';
import { claimPort } from '../../../tools/launch/ports.ts';
import { findViolations } from '../../support/database/invariants.ts';
import { startNginx } from '../../support/processes/nginx.ts';
import {
  type ServerProcess,
  startApiProcess,
  startWorkerServer,
} from '../../support/processes/serverProcess.ts';
import { visit } from '../../support/requests/visitors.ts';
import { test } from '../../support/setup/database.ts';

const run = promisify(execFile);

/**
 * A checkout of an earlier version, with its packages and generated code: `OLD_VERSION=<folder>`. Run by hand, since no
 * test has one.
 */
const oldVersion = process.env.OLD_VERSION ?? '';
const newVersion = join(import.meta.dirname, '../../..');
const env = {
  ...{ MAX_ACTIVE_JOBS_PER_USER: '100000', MAX_CONCURRENT_JOBS: '2', LOG_LEVEL: 'warn' },
  ...{ DRAIN_NOTICE_MS: '300', DRAIN_TIMEOUT_MS: '5000' },
};
const program = 'tools/migrations/migrate.main.ts';

const migrationsOf = async (folder: string) =>
  (await readdir(join(folder, 'prisma/migrations'))).filter((name) => /^\d/.test(name)).sort();

const countJobs = async (pool: pg.Pool, condition: string): Promise<number> =>
  (await pool.query(`SELECT count(*)::int AS count FROM canvas_job WHERE ${condition}`)).rows[0].count;

describe.skipIf(oldVersion === '')('with an earlier version', () => {
  test('old and new processes run each other’s jobs, on the way to the new version and back', {
    timeout: 600_000,
  }, async ({ database }) => {
    const pool = database.pool();
    await pool.query('DROP SCHEMA public CASCADE; DROP SCHEMA graphile_worker CASCADE; CREATE SCHEMA public');
    const migrate = (cwd: string, ...args: string[]) =>
      run(process.execPath, [program, ...args], { cwd, env: { DATABASE_URL: database.url } });
    await migrate(oldVersion);

    await using started = new AsyncDisposableStack();
    const startApi = async (folder: string, port?: number) =>
      started.use(await startApiProcess(database.url, env, port, folder));
    const startWorker = async (folder: string) =>
      started.use(await startWorkerServer(database.url, env, folder));
    const stop = async (service: ServerProcess) => {
      service.signal('SIGTERM');
      await service.exited;
      expect(service.ended(), service.output()).toBe(0);
    };
    const apis = await Promise.all([startApi(oldVersion), startApi(oldVersion)]);
    const workers = await Promise.all([startWorker(oldVersion), startWorker(oldVersion)]);
    const place = { host: '127.0.0.1', port: 0, hostVariable: 'HOST', portVariable: 'PORT' };
    const proxy = await claimPort(place);
    await using nginx = await startNginx({ proxy, apis: [apis[0].port, apis[1].port] });

    const answers = new Map<string, number>();
    const over = new AbortController();
    const visits = Array.from({ length: 3 }, () => visit(`http://127.0.0.1:${proxy}`, over.signal, answers));
    /** Waits until jobs have been created and completed in the present mixture. */
    const untilJobsRan = async () => {
      const [{ now }] = (await pool.query('SELECT now()')).rows as [{ now: Date }];
      const since = `status = 'COMPLETED' AND created_at > '${now.toISOString()}'`;
      await expect.poll(() => countJobs(pool, since), { timeout: 60_000 }).toBeGreaterThan(20);
    };
    const replaceAll = async (folder: string) => {
      for (const index of [0, 1] as const) {
        await stop(workers[index]);
        workers[index] = await startWorker(folder);
        await untilJobsRan();
        await stop(apis[index]);
        apis[index] = await startApi(folder, apis[index].port);
        await untilJobsRan();
      }
    };

    await untilJobsRan();
    process.stdout.write((await migrate(newVersion)).stdout);
    await untilJobsRan();
    await replaceAll(newVersion);
    const oldMigrations = await migrationsOf(oldVersion);
    const isStartable = oldMigrations.includes('0034_required_migrations');
    if (isStartable) await replaceAll(oldVersion);
    over.abort();
    await Promise.all(visits);

    if (!isStartable) {
      await Promise.all([...workers, ...apis].map(stop));
      process.stdout.write((await migrate(newVersion, '--to', oldMigrations.at(-1) ?? '')).stdout);
      await Promise.all([startApi(oldVersion), startWorker(oldVersion)]);
    }
    await expect.poll(() => countJobs(pool, 'finished_at IS NULL'), { timeout: 120_000 }).toBe(0);
    process.stdout.write(`${await countJobs(pool, 'true')} jobs; ${JSON.stringify([...answers])}\n`);
    expect(await countJobs(pool, "status <> 'COMPLETED'")).toBe(0);
    expect(await findViolations(pool)).toEqual([]);
    const { 200: answered = 0, 502: reset = 0, ...others } = Object.fromEntries(answers);
    expect(others).toEqual({});
    expect(answered).toBeGreaterThan(100);
    // The kernel can accept a connection in the microseconds before a listening socket is closed, and resets it then.
    expect(reset, await nginx.errors()).toBeLessThanOrEqual(4);
  });
});
