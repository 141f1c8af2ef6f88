import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { migrate } from '../../../src/database/migrations/migrate.ts';
import { createLogger } from '../../../src/log.ts';
import { startEmbeddedPostgres } from '../../../tools/postgres/embeddedPostgres.ts';
import { create } from '../../support/jobs.ts';
import { clientOf } from '../../support/system.ts';

const run = promisify(execFile);

async function startPostgres(dataDir: string, settings: Record<string, string> = {}) {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const replication = { wal_level: 'replica', max_wal_senders: '4', synchronous_commit: 'on' };
  const postgres = await startEmbeddedPostgres({
    ...{ dataDir, durable: false },
    settings: { ...replication, full_page_writes: 'on', ...settings },
  });
  return { url: postgres.url, [Symbol.asyncDispose]: () => postgres.stop() };
}

async function makeFolder() {
  const path = await mkdtemp(join(tmpdir(), 'collabcanvas-replica-'));
  await chmod(path, 0o711); // as root: PostgreSQL, under another account, passes through
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Copies a running server's files, so that a server on them follows it. */
async function copyForReplica(pool: pg.Pool, dataDir: string, target: string): Promise<void> {
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
    ['standby.signal', ''],
  ] as const) {
    await writeFile(join(data, name), text);
    await chown(join(data, name), uid, gid);
  }
}

test('operators read statistics and lists from a replica, and from the primary while it is away or behind', async () => {
  await using folder = await makeFolder();
  const [original, copy] = [join(folder.path, 'primary'), join(folder.path, 'replica')];
  await using primary = await startPostgres(original);
  await migrate(primary.url);
  const pool = new pg.Pool({ connectionString: primary.url });
  await copyForReplica(pool, original, copy);
  const { hostname, port, username, password } = new URL(primary.url);
  const source = `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`;
  const startReplica = () => startPostgres(copy, { primary_conninfo: source });
  const replica = await startReplica();
  const onReplica = new pg.Pool({ connectionString: replica.url });
  for (const each of [pool, onReplica]) each.on('error', () => undefined);
  const env = { PORT: '0', DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '0', DATABASE_REPLICA_URL: replica.url };
  const api = await startApi(
    readConfig({ ...env, DATABASE_URL: primary.url }),
    primary.url,
    createLogger('api', 'silent'),
  );
  try {
    const client = clientOf(api.url);
    const { reads } = api.services;
    const ask = async () => {
      const { data } = await client.send(
        '{ jobs(scope: ALL) { totalCount } canvases(scope: ALL) { nodes { export(format: JSON) { content } } } jobStats { created } failureGroups { count } queueHistory { from } }',
      );
      return data.jobs.totalCount;
    };
    const replicaCheck = async () => (await (await fetch(`${api.url}/ready`)).json()).checks.replica;
    await expect.poll(replicaCheck).toBe('ok');

    // Everything that was answered before is in the list, on either server.
    for (let created = 1; created <= 5; created += 1) {
      await create(client, { instruction: `Flow: One, Two ${created}` });
      expect(await ask()).toBe(created);
    }
    expect(reads.served.replica).toBeGreaterThan(10);

    // A replica that stands still is not asked for lists at once.
    await onReplica.query('SELECT pg_wal_replay_pause()');
    await create(client, { instruction: 'Flow: One, Two, Three' });
    const before = reads.served.primary;
    expect(await ask()).toBe(6);
    expect(reads.served.primary).toBeGreaterThan(before);
    await expect.poll(replicaCheck, { timeout: 30_000 }).toMatch(/the replica is \d+ s behind/);
    expect(await (await fetch(`${api.url}/metrics`)).text()).toMatch(/^collabcanvas_replica_unused 1$/m);
    await onReplica.query('SELECT pg_wal_replay_resume()');
    await expect.poll(replicaCheck).toBe('ok');
    await onReplica.end();

    await replica[Symbol.asyncDispose]();
    expect(await ask()).toBe(6);
    await expect.poll(replicaCheck).toMatch(/the replica (?:cannot be reached|is shutting down)/);
    expect((await fetch(`${api.url}/ready`)).status).toBe(200);
    await using back = await startReplica();
    expect(back.url).toBe(replica.url);
    await expect.poll(replicaCheck).toBe('ok');
    expect(await ask()).toBe(6);
  } finally {
    await api.stop();
    await pool.end();
  }
});
