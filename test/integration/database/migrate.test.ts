import { expect } from 'vitest';
import { databaseFailure } from '../../../src/database/failure.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { migrationNames } from '../../../src/database/migrationState.ts';
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
  expect(databaseFailure(database.url, error)).toMatch(
    /^The database at 127\.0\.0\.1:\d+\/test_\w+ \(DATABASE_URL\) can't be used: migration 0001_init failed and was rolled back: relation "canvas_job" already exists[^\n]*$/,
  );
});

test('never shows the password of a database that can not be reached', async () => {
  const url = 'postgres://someone:secret@127.0.0.1:1/nothing';
  const error = await migrate(url).catch((reason: unknown) => reason);
  const sentence = databaseFailure(url, error);
  expect(sentence).toContain('127.0.0.1:1/nothing');
  expect(sentence).toContain('nothing listens there');
  expect(sentence).not.toContain('secret');
});
