import pg from 'pg';
import { expect } from 'vitest';
import { createTestDatabase, test } from './database.ts';

test('gives a migrated database without rows', async ({ database }) => {
  const { rows } = await database.pool().query('SELECT count(*)::int AS jobs FROM canvas_job');
  expect(rows).toEqual([{ jobs: 0 }]);
});

test('keeps databases apart', async ({ database }) => {
  const other = await createTestDatabase();
  await database.pool().query('CREATE TABLE mine (id int)');
  const { rows } = await other.pool().query(`SELECT to_regclass('mine') AS mine`);
  await other.drop();
  expect(rows).toEqual([{ mine: null }]);
});

test('complains about sessions that a test leaves open', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SELECT 42 AS forgotten');
  await expect(database.drop()).rejects.toThrow(/left sessions open: SELECT 42 AS forgotten/);
});
