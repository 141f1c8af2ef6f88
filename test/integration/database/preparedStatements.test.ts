import { expect } from 'vitest';
import { connect } from '../../../src/database/connection.ts';
import { nameFirst } from '../../../src/database/preparedStatements.ts';
import { statement } from '../../../src/database/statement.ts';
import { createLogger } from '../../../src/log.ts';
import { lacksPgBouncer, startPgBouncer } from '../../support/processes/pgBouncer.ts';
import { test } from '../../support/setup/database.ts';

const addOne = statement.value<number, { number: number }>('SELECT :number::int + 1');

/** Texts of the statements that the connection of a pool of one has prepared, after some of each kind have run. */
async function preparedBy(url: string): Promise<string[]> {
  const database = connect(url, 1, createLogger('api', 'silent'));
  try {
    for (let run = 0; run < 2; run += 1) {
      expect(await addOne(database.pool, { number: run })).toBe(run + 1);
      await database.prisma.user.findUnique({ where: { id: '00000000-0000-0000-0000-000000000000' } });
    }
    const { rows } = await database.pool.query<{ statement: string }>(
      "SELECT statement FROM pg_prepared_statements WHERE name <> ''",
    );
    return rows.map((row) => row.statement);
  } finally {
    await database.close();
  }
}

test('a direct connection prepares each statement once', async ({ database }) => {
  const prepared = await preparedBy(database.url);
  expect(prepared).toHaveLength(2);
  expect(prepared).toContain('SELECT $1::int + 1');
});

test.skipIf(lacksPgBouncer)('a connection through a pooler prepares nothing', async ({ database }) => {
  await using pooler = await startPgBouncer(database.url, 'transaction');
  expect(await preparedBy(pooler.url)).toEqual([]);
});

test('of statements that clients compose, only the first few hundred are prepared', () => {
  const name = nameFirst();
  const names = Array.from({ length: 1_000 }, (_, index) => name({ sql: `SELECT ${index}` }));
  expect(new Set(names.filter((given) => given !== '')).size).toBe(300);
  expect(name({ sql: 'SELECT 0' })).toBe(names[0]);
});
