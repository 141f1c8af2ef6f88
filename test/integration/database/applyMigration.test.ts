import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect } from 'vitest';
import { applyMigration, MigrationError } from '../../../src/database/migrations/applyMigration.ts';
import { retryWhileLocked } from '../../../src/database/migrations/lockTimeout.ts';
import { isUnavailable } from '../../../src/database/outages/isUnavailable.ts';
import { test as databaseTest } from '../../support/setup/database.ts';
import { unpackDump } from './filled/rows.ts';

type Setup = {
  client: pg.Client;
  /** Writes a migration and applies it. */
  apply(sql: string, name?: string): Promise<void>;
};

const test = databaseTest.extend<Setup>({
  client: async ({ database }, use) => {
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    await use(client);
    await client.end();
  },
  apply: async ({ client }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-migration-'));
    await use(async (sql, name = 'next') => {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'migration.sql'), sql);
      await applyMigration(client, name, folder);
    });
    await rm(folder, { recursive: true });
  },
});

async function rowsOf(client: pg.Client, name: string) {
  const { rows } = await client.query(
    'SELECT *, finished_at >= started_at AS in_order FROM _prisma_migrations WHERE migration_name = $1 ORDER BY finished_at',
    [name],
  );
  return rows;
}

async function tableExists(client: pg.Client, name: string) {
  const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS exists', [name]);
  return rows[0].exists;
}

test('migrations are recorded as Prisma records them', async ({ client }) => {
  const dump = unpackDump(await readFile(join(import.meta.dirname, 'filled/4d681df.json.gz')));
  const recorded = dump.tables['public._prisma_migrations'] ?? [];
  expect(recorded.length).toBeGreaterThan(5);
  for (const { migration_name, checksum, logs, rolled_back_at, applied_steps_count } of recorded) {
    const rows = await rowsOf(client, String(migration_name));
    expect(rows).toMatchObject([{ checksum, logs, rolled_back_at, applied_steps_count, in_order: true }]);
    expect(rows[0].id).toMatch(/^[\da-f-]{36}$/);
  }
});

test('a migration is sent to the server unchanged', async ({ client, apply }) => {
  await apply(`
    CREATE TABLE whole (text TEXT DEFAULT 'a;b'); -- a comment; with a semicolon
    CREATE FUNCTION one() RETURNS INT LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
    INSERT INTO whole SELECT 'x' FROM one();`);
  expect((await client.query('SELECT * FROM whole')).rows).toEqual([{ text: 'x' }]);
});

describe('a migration that fails', () => {
  test('is reported with its name, reason and line, and changes nothing', async ({ client, apply }) => {
    const failing = apply("-- 😀\nCREATE TABLE half (id INT);\n\nSELECT '😀', missing\nFROM half;");
    await expect(failing).rejects.toThrow(MigrationError);
    await expect(failing).rejects.toThrow(
      /^migration next failed and was rolled back: column "missing" does not exist \(line 4 of its migration\.sql\)\. /,
    );
    expect(await tableExists(client, 'half')).toBe(false);
    expect(await rowsOf(client, 'next')).toEqual([]);
  });

  test('can be repeated once it is corrected', async ({ client, apply }) => {
    await expect(apply('CREATE TABLE half (id INT); SELECT 1/0')).rejects.toThrow('division by zero');
    await apply('CREATE TABLE half (id INT)');
    expect(await rowsOf(client, 'next')).toMatchObject([{ applied_steps_count: 1 }]);
  });

  test('because its connection ended is an outage, and changes nothing', async ({ database, apply }) => {
    const error = await apply(
      'CREATE TABLE half (id INT); SELECT pg_terminate_backend(pg_backend_pid()); SELECT pg_sleep(1)',
    ).catch((reason: unknown) => reason);
    expect(isUnavailable(error)).toBe(true);
    const { rows } = await database.pool().query("SELECT to_regclass('half') IS NOT NULL AS exists");
    expect(rows).toEqual([{ exists: false }]);
  });

  test('under Prisma, which leaves a row, can be repeated', async ({ client, apply }) => {
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('1', 'x', 'next', 'failed')`,
    );
    await apply('CREATE TABLE half (id INT)');
    const rows = await rowsOf(client, 'next');
    expect(
      rows.map(({ id, finished_at, rolled_back_at }) => [
        id === '1',
        finished_at !== null,
        rolled_back_at !== null,
      ]),
    ).toEqual([
      [false, true, false],
      [true, false, true],
    ]);
  });
});

test('a migration gives way to a transaction that holds a lock, and is repeated', async ({
  database,
  client,
  apply,
}) => {
  const holder = await database.pool().connect();
  await holder.query('BEGIN; LOCK TABLE canvas IN ACCESS SHARE MODE');
  let pauses = 0;
  const onLocked = () => {
    pauses += 1;
    void holder.query('COMMIT');
  };
  const migration = 'CREATE TABLE half (id INT); ALTER TABLE canvas ADD COLUMN later INT';
  await retryWhileLocked(() => apply(migration), onLocked, { pauseMs: 0 });
  holder.release();
  expect(pauses).toBe(1);
  expect(await rowsOf(client, 'next')).toHaveLength(1);
});

test('a migration that never gets its locks names what to look for', async () => {
  const locked = Object.assign(new pg.DatabaseError('timeout', 0, 'error'), { code: '55P03' });
  let pauses = 0;
  const migrating = retryWhileLocked(
    () => Promise.reject(locked),
    () => (pauses += 1),
    { tries: 3, pauseMs: 0 },
  );
  await expect(migrating).rejects.toThrow(/^another transaction holds a lock .* Nothing was changed/);
  expect(pauses).toBe(2);
});
