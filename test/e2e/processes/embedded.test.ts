import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { test as base, expect } from 'vitest';
import { readState } from '../../../tools/postgres/embeddedFiles.ts';
import { startEmbeddedPostgres } from '../../../tools/postgres/embeddedPostgres.ts';

/** A data folder whose server, if one is left, is stopped after the test. */
const test = base.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  dataDir: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'collabcanvas-embedded-'));
    await chmod(dataDir, 0o711);
    await use(dataDir);
    const home = readState(join(dataDir, 'postgres.json'))?.home;
    const pidFile = await readFile(join(home ?? '', 'data/postmaster.pid'), 'utf8').catch(() => undefined);
    if (pidFile) process.kill(Number.parseInt(pidFile, 10), 'SIGQUIT'); // left by a test that failed
    await rm(dataDir, { recursive: true, force: true });
  },
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('keeps data, address and password from one start to the next', async ({ dataDir }) => {
  const first = await startEmbeddedPostgres({ dataDir, durable: false });
  await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
  await first.stop();
  const second = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  await second.stop();
});

test('recovers what was committed before the server was killed', async ({ dataDir }) => {
  const first = await startEmbeddedPostgres({ dataDir });
  await query(first.url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const second = await startEmbeddedPostgres({ dataDir });
  expect(await query(second.url, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 1000 }]);
  await second.stop();
});

test('uses the server that is already running on the data', async ({ dataDir }) => {
  const first = await startEmbeddedPostgres({ dataDir, durable: false });
  const second = await startEmbeddedPostgres({ dataDir, durable: false });
  expect([second.pid, second.url]).toEqual([first.pid, first.url]);
  await second.stop();
});

test('two starts at the same moment share one server', async ({ dataDir }) => {
  const both = await Promise.all([
    startEmbeddedPostgres({ dataDir, durable: false }),
    startEmbeddedPostgres({ dataDir }),
  ]);
  expect(both[0].pid).toBe(both[1].pid);
  await Promise.all(both.map((server) => server.stop()));
});

test('ignores a pid file whose process is another program', async ({ dataDir }) => {
  const first = await startEmbeddedPostgres({ dataDir, durable: false });
  await first.stop();
  const home = readState(join(dataDir, 'postgres.json'))?.home ?? '';
  await writeFile(
    join(home, 'data/postmaster.pid'),
    `${process.pid}\n${home}/data\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
  );
  const second = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(await query(second.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  await second.stop();
});

test('keeps its password readable by its owner only, and refuses a wrong one', async ({ dataDir }) => {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  expect((await stat(join(dataDir, 'logs/postgres.log'))).mode & 0o777).toBe(0o600);
  const wrongPassword = new URL(server.url);
  wrongPassword.password = 'guess';
  await expect(query(wrongPassword.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  expect(await query(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await server.stop();
});

test('refuses data of another major version in one sentence', async ({ dataDir }) => {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await server.stop();
  const home = readState(join(dataDir, 'postgres.json'))?.home ?? '';
  await writeFile(join(home, 'data/PG_VERSION'), '17\n');
  await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toThrow(
    /was written by PostgreSQL 17.*DATA_DIR/,
  );
});

test('reports a lost password instead of creating a new cluster over existing data', async ({ dataDir }) => {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await server.stop();
  const state = join(dataDir, 'postgres.json');
  const content = await readFile(state, 'utf8');
  await rm(state);
  await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toThrow(
    /postgres\.json is missing/,
  );
  expect(content).toContain('password');
});
