import { expect } from 'vitest';
import { createUser } from '../../support/lifecycle/lifecycle.ts';
import { test } from '../../support/setup/database.ts';
import { verify } from './verify.ts';

test('finds no violation where no job was accepted, and jobs that are missing', async ({ database }) => {
  const pool = database.pool();
  await createUser(pool);
  const chaosDatabase = {
    pool,
    query: async (text: string, values?: unknown[]) => (await pool.query(text, values)).rows,
  };
  expect(await verify(chaosDatabase, 0)).toEqual([]);
  expect(await verify(chaosDatabase, 1)).toEqual(['0 jobs instead of 1']);
});
