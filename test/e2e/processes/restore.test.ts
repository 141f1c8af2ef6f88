import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { test as base, expect } from 'vitest';
import { startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { migrate } from '../../../src/database/migrations/migrate.ts';
import { createLogger } from '../../../src/log.ts';
import { startEmbeddedPostgres } from '../../../tools/postgres/embeddedPostgres.ts';
import { startWorker } from '../../../worker/startWorker.ts';
import { findViolations } from '../../support/database/invariants.ts';
import { create, readJob, until } from '../../support/jobs.ts';
import { clientOf } from '../../support/system.ts';

const run = promisify(execFile);
const log = createLogger('test', 'silent');
const config = readConfig({ PORT: '0', WORKER_PORT: '0', DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '0' });

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-restore-'));
    await chmod(folder, 0o711); // as root: PostgreSQL, under another account, passes through
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
});

async function startPostgres(dataDir: string, settings: Record<string, string>) {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false, settings });
  const pool = new pg.Pool({ connectionString: postgres.url });
  // The server may end before a connection has been closed.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const stop = async () => {
    await pool.end();
    await postgres.stop();
  };
  return { url: postgres.url, pool, [Symbol.asyncDispose]: stop };
}

async function startServices(url: string, withWorker: boolean) {
  const api = await startApi(config, url, log);
  const worker = withWorker ? await startWorker(config, url, log) : undefined;
  const stop = async () => {
    await Promise.all([api.stop(), worker?.stop({ hurry: AbortSignal.abort() })]);
  };
  return { client: clientOf(api.url), [Symbol.asyncDispose]: stop };
}

/** Copies the files of a running server, as `pg_basebackup` does. */
async function backUp(pool: pg.Pool, dataDir: string, target: string): Promise<void> {
  const client = await pool.connect();
  await client.query("SELECT pg_backup_start('test', true)");
  await run('cp', ['-a', dataDir, target]);
  const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
  client.release();
  const [state, data] = [join(target, 'postgres.json'), join(target, 'postgres/data')];
  await writeFile(state, (await readFile(state, 'utf8')).replace(dataDir, target));
  await rm(join(data, 'postmaster.pid'));
  const { uid, gid } = await stat(data);
  for (const [name, text] of [
    ['backup_label', rows[0]?.labelfile ?? ''],
    ['recovery.signal', ''],
  ] as const) {
    await writeFile(join(data, name), text);
    await chown(join(data, name), uid, gid);
  }
}

test('data that are restored to a point in time have everything of then, and waiting jobs go on', async ({
  folder,
}) => {
  const [original, copy, archive] = ['original', 'copy', 'archive'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(archive);
  await chmod(archive, 0o777);
  const archiving = {
    ...{ wal_level: 'replica', archive_mode: 'on', full_page_writes: 'on', synchronous_commit: 'on' },
    archive_command: `cp %p ${archive}/%f`,
  };
  const ids = { done: '', waiting: '', later: '' };
  let pointInTime = '';
  {
    await using postgres = await startPostgres(original, archiving);
    const { pool, url } = postgres;
    await migrate(url);
    {
      await using services = await startServices(url, true);
      ids.done = (await create(services.client, { instruction: 'flow: Sign up, Confirm' })).id;
      await until(services.client, ids.done, 'JobCompleted');
    }
    await using services = await startServices(url, false);
    ids.waiting = (await create(services.client, { instruction: 'flow: Order, Ship' })).id;
    await backUp(pool, original, copy);
    ids.later = (await create(services.client, { instruction: 'flow: Ask, Answer' })).id;
    pointInTime = (await pool.query('SELECT clock_timestamp()::text AS now')).rows[0].now;
    await pool.query('DELETE FROM canvas');
    const { rows } = await pool.query('SELECT pg_walfile_name(pg_switch_wal()) AS file');
    await expect.poll(() => readdir(archive), { timeout: 20_000 }).toContain(rows[0].file);
  }
  await using restored = await startPostgres(copy, {
    restore_command: `cp ${archive}/%f %p`,
    recovery_target_time: pointInTime,
    recovery_target_action: 'promote',
  });
  const isRecovering = async () => (await restored.pool.query('SELECT pg_is_in_recovery() AS it')).rows[0].it;
  await expect.poll(isRecovering, { timeout: 20_000 }).toBe(false);
  expect(await migrate(restored.url)).toEqual([]);
  await using services = await startServices(restored.url, true);
  expect(await readJob(services.client, ids.done)).toMatchObject({ status: 'COMPLETED' });
  for (const id of [ids.waiting, ids.later]) await until(services.client, id, 'JobCompleted');
  const { data } = await services.client.send('{ canvases(first: 9) { nodes { objectCount } } }');
  expect(data.canvases.nodes).toHaveLength(3);
  for (const { objectCount } of data.canvases.nodes) expect(objectCount).toBeGreaterThan(1);
  expect(await findViolations(restored.pool)).toEqual([]);
});
