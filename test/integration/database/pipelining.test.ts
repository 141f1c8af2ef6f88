import { expect, vi } from 'vitest';
import { connect, inTransaction } from '../../../src/database/connection.ts';
import { statement } from '../../../src/database/statement.ts';
import { createLogger } from '../../../src/log.ts';
import { test as databaseTest } from '../../support/setup/database.ts';

const addUser = statement.count<{ id: string; subject: string }>(
  'INSERT INTO app_user (id, subject, name) VALUES (:id, :subject, :subject)',
);
const countUsers = statement.value<number>('SELECT count(*)::int FROM app_user');

const first = '01900000-0000-7000-8000-000000000001';
const second = '01900000-0000-7000-8000-000000000002';

const test = databaseTest.extend('pool', async ({ database }, { onCleanup }) => {
  const { pool, close } = connect(database.url, 1, createLogger('api', 'silent'));
  onCleanup(close);
  return pool;
});

test('statements that are started together go in one message, and run in order', async ({ pool }) => {
  await inTransaction(pool, async (tx) => {
    const { stream } = (tx as unknown as { connection: { stream: object } }).connection;
    const write = vi.spyOn(stream as { _writev(): void }, '_writev');
    const results = await Promise.all([
      addUser(tx, { id: first, subject: 'a' }),
      countUsers(tx),
      addUser(tx, { id: second, subject: 'b' }),
      countUsers(tx),
    ]);
    expect(results).toEqual([1, 1, 1, 2]);
    expect(write).toHaveBeenCalledTimes(1);
  });
  expect(await countUsers(pool)).toBe(2);
});

test('a statement that fails reverts those that went with it, and its error is the one that is thrown', async ({
  pool,
}) => {
  const work = inTransaction(pool, (tx) =>
    Promise.all([
      addUser(tx, { id: first, subject: 'a' }),
      addUser(tx, { id: second, subject: 'a' }),
      countUsers(tx),
    ]),
  );
  await expect(work).rejects.toThrow(/app_user_subject_key/);
  // On the same connection, where the failed transaction could not prepare the statement.
  expect(await countUsers(pool)).toBe(0);
  expect(await addUser(pool, { id: first, subject: 'a' })).toBe(1);
});
