import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { expect } from 'vitest';
import { migrate } from '../../../../src/database/migrations/migrate.ts';
import { migrationNames, migrationsFolder } from '../../../../src/database/migrations/migrationState.ts';
import { type Dump, loadRows } from './rows.ts';

/** Makes the tables as the version of the dump had made them, with its rows, and migrates them. */
export async function restoreDatabase(pool: pg.Pool, url: string, dump: Dump): Promise<void> {
  await pool.query('DROP SCHEMA public CASCADE; DROP SCHEMA graphile_worker CASCADE; CREATE SCHEMA public');
  await pool.query(`
    CREATE TABLE _prisma_migrations (
      id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
  const recorded = dump.tables['public._prisma_migrations'] ?? [];
  const applied = recorded.map((row) => String(row.migration_name));
  for (const name of applied.sort()) {
    await pool.query(await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8'));
  }
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
  const client = await pool.connect();
  await loadRows(client, dump);
  client.release();
  const rest = (await migrationNames()).filter((name) => !applied.includes(name));
  expect(await migrate(url)).toEqual(rest);
}
