import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { expect } from 'vitest';
import { applyMigration } from '../../../src/database/migrations/applyMigration.ts';
import { migrate, undoMigrations } from '../../../src/database/migrations/migrate.ts';
import { migrationNames, migrationsFolder } from '../../../src/database/migrations/migrationState.ts';
import { databaseFailure } from '../../../src/database/outages/failure.ts';
import { test } from '../../support/setup/database.ts';

const dropEverything =
  'DROP SCHEMA public CASCADE; DROP SCHEMA graphile_worker CASCADE; CREATE SCHEMA public';

test('applies every migration once, also when two processes start at once', async ({ database }) => {
  const pool = database.pool();
  await pool.query(dropEverything);
  const applied = await Promise.all([migrate(database.url), migrate(database.url)]);
  expect(applied.flat()).toEqual(await migrationNames());
  const { rows } = await pool.query('SELECT migration_name FROM _prisma_migrations ORDER BY 1');
  expect(rows.map((row) => row.migration_name)).toEqual(await migrationNames());
});

test('brings the tables of the job queue too', async ({ database }) => {
  const { rows } = await database
    .pool()
    .query(`SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS there`);
  expect(rows).toEqual([{ there: true }]);
});

test('does not change a database that is up to date', async ({ database }) => {
  expect(await migrate(database.url)).toEqual([]);
});

test('reports which migration failed and why, in one line', async ({ database }) => {
  await database.pool().query(`${dropEverything}; CREATE TABLE public.canvas_job (id int)`);
  const error = await migrate(database.url).catch((reason: unknown) => reason);
  expect(databaseFailure({ url: database.url, variable: 'DATABASE_URL' }, error)).toMatch(
    /^The database at 127\.0\.0\.1:\d+\/test_\w+ \(DATABASE_URL\) can't be used: migration 0001_init failed and was rolled back: relation "canvas_job" already exists[^\n]*$/,
  );
});

test('never shows the password of a database that can not be reached', async () => {
  const url = 'postgres://someone:secret@127.0.0.1:1/nothing';
  const error = await migrate(url).catch((reason: unknown) => reason);
  const sentence = databaseFailure({ url, variable: 'DATABASE_URL' }, error);
  expect(sentence).toContain('127.0.0.1:1/nothing');
  expect(sentence).toContain('nothing listens there');
  expect(sentence).not.toContain('secret');
});

/** What the migrations have made, as text. */
async function readSchema(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ part: string }>(`
    SELECT concat_ws(' ', table_name, column_name, data_type, column_default, is_nullable) AS part
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND proname LIKE '%job%'
    ORDER BY 1`);
  return rows.map(({ part }) => part);
}

const isUndoable = (name: string) => existsSync(join(migrationsFolder, name, 'down.sql'));

test('migrations are undone to the tables of before, and applied again', async ({ database }) => {
  const names = await migrationNames();
  const target = names.findLast((name) => !isUndoable(name)) ?? '';
  const later = names.filter((name) => name > target);
  expect(later).not.toEqual([]);

  const pool = database.pool();
  const latest = await readSchema(pool);
  await pool.query(dropEverything);
  const client = await pool.connect();
  for (const name of names.filter((other) => other <= target)) await applyMigration(client, name);
  client.release();
  const former = await readSchema(pool);

  expect(await migrate(database.url)).toEqual(later);
  expect(await readSchema(pool)).toEqual(latest);
  expect(await undoMigrations(database.url, target)).toEqual(later.toReversed());
  expect(await readSchema(pool)).toEqual(former);
  expect(await migrate(database.url)).toEqual(later);
  expect(await readSchema(pool)).toEqual(latest);
});

test('nothing is undone when one of the migrations cannot be, or the target is unknown', async ({
  database,
}) => {
  await expect(undoMigrations(database.url, '0001_init')).rejects.toThrow(
    /^migration \w+ can't be undone\. Restore a backup/,
  );
  await expect(undoMigrations(database.url, '0001')).rejects.toThrow('there is no migration 0001.');
  expect(await migrate(database.url)).toEqual([]);
});

test('a migration that takes away what earlier versions need requires a later version', async () => {
  const removes =
    /\b(?:DROP (?:TABLE|COLUMN|TYPE|FUNCTION)|RENAME|SET NOT NULL|ALTER COLUMN "?\w+"? TYPE)\b/i;
  const since = (await migrationNames()).filter((name) => name > '0034');
  const texts = await Promise.all(
    since.map((name) => readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8')),
  );
  const broken = since.filter(
    (_, index) => removes.test(texts[index] ?? '') && !texts[index]?.includes('INTO "required_migration"'),
  );
  expect(broken, 'CONTRIBUTING.md, “Add a migration”').toEqual([]);
});
