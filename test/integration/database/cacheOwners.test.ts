import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { expect } from 'vitest';
import { cacheKeyOf } from '../../../src/cache/cacheKey.ts';
import { migrationsFolder } from '../../../src/database/migrations/migrationState.ts';
import { insertPastJob, insertUser, type PastJob } from '../../support/database/pastJobs.ts';
import { test } from '../../support/setup/database.ts';

const migration = '0018_positions_and_cache_owners';

/** Brings an empty database to the state before the migration. */
async function migrateUpTo(pool: pg.Pool, last: string): Promise<void> {
  await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const names = (await readdir(migrationsFolder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name < last)
    .map(({ name }) => name)
    .sort();
  for (const name of names) await apply(pool, name);
}

const apply = async (pool: pg.Pool, name: string) =>
  pool.query(await readFile(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'));

const planner = { name: 'sketcher', model: null, version: '1' } as const;
const keyOf = (instruction: string, ownerId: string | null) =>
  cacheKeyOf({ instruction, canvas: null, planner, ownerId });

test('cached results get the users who have used them as owners', async ({ database }) => {
  const pool = database.pool();
  await migrateUpTo(pool, migration);
  const [first, second] = [await insertUser(pool, 'first'), await insertUser(pool, 'second')];
  const insertJob = async (key: string, job: Pick<PastJob, 'owner' | 'end' | 'cacheHit'>) => {
    const id = await insertPastJob(pool, { created: 5, cacheHit: false, ...job });
    await pool.query('UPDATE canvas_job SET cache_key = $2 WHERE id = $1', [id, key]);
    return id;
  };
  const end = { at: 1, status: 'COMPLETED' } as const;
  const failed = { at: 1, status: 'FAILED' } as const;
  const shared = keyOf('asked by both', null);
  const made = await insertJob(shared, { owner: first, end });
  await insertJob(shared, { owner: second, end, cacheHit: true });
  await insertJob(keyOf('asked by one', null), { owner: second, end });
  const waiting = await insertJob(keyOf('waits', null), { owner: first });
  const retryable = await insertJob(keyOf('failed', null), { owner: second, end: failed });
  const old = await insertJob(keyOf('long ago', null), { owner: first, end });
  for (const key of [shared, keyOf('asked by one', null), keyOf('asked by nobody', null)]) {
    await pool.query(
      `INSERT INTO result_cache (key, result, planner, object_count, input_tokens, output_tokens, bytes, hits)
       VALUES ($1, $2, 'sketcher', 0, 1, 2, 3, 4)`,
      [key, JSON.stringify({ of: key })],
    );
  }

  await apply(pool, migration);

  const { rows } = await pool.query<{ key: string; of: string; hits: number }>(
    "SELECT key, result ->> 'of' AS of, hits FROM result_cache",
  );
  const expected = [
    { key: keyOf('asked by both', first), of: shared, hits: 4 },
    { key: keyOf('asked by both', second), of: shared, hits: 4 },
    { key: keyOf('asked by one', second), of: keyOf('asked by one', null), hits: 4 },
  ];
  const byKey = (one: { key: string }, other: { key: string }) => one.key.localeCompare(other.key);
  expect(rows.sort(byKey)).toEqual(expected.sort(byKey));

  const jobs = await pool.query<{ id: string; cache_key: string }>('SELECT id, cache_key FROM canvas_job');
  const keys = new Map(jobs.rows.map(({ id, cache_key }) => [id, cache_key]));
  expect(keys.get(made)).toBe(keyOf('asked by both', first));
  expect(keys.get(waiting)).toBe(keyOf('waits', first));
  expect(keys.get(retryable)).toBe(keyOf('failed', second));
  expect(keys.get(old)).toBe(keyOf('long ago', null));
});
