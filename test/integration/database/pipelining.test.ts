import { expect, vi } from 'vitest';
import { afterCommit } from '../../../src/database/afterCommit.ts';
import { connect } from '../../../src/database/connection.ts';
import { statement } from '../../../src/database/statement.ts';
import { inOneMessage, inTransaction, inTransactionAfter } from '../../../src/database/transaction.ts';
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

/** What a connection sends while `work` runs, in messages. */
async function messagesOf(tx: object, work: () => Promise<unknown>): Promise<number> {
  const { stream } = (tx as { connection: { stream: { _writev(): void } } }).connection;
  const write = vi.spyOn(stream, '_writev');
  await work();
  const { length } = write.mock.calls;
  write.mockRestore();
  return length;
}

test('statements that are started together go in one message, and run in order', async ({ pool }) => {
  await inTransaction(pool, async (tx) => {
    let results: number[] = [];
    const messages = await messagesOf(tx, async () => {
      results = await Promise.all([
        addUser(tx, { id: first, subject: 'a' }),
        countUsers(tx),
        addUser(tx, { id: second, subject: 'b' }),
        countUsers(tx),
      ]);
    });
    expect(results).toEqual([1, 1, 1, 2]);
    expect(messages).toBe(1);
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

test('the commit goes with the last statements, and nothing is committed when one of them fails', async ({
  pool,
}) => {
  const read = async () => undefined;
  await inTransactionAfter(pool, read, async (tx, _found, commitWith) => {
    const messages = await messagesOf(tx, () => commitWith(() => addUser(tx, { id: first, subject: 'a' })));
    expect(messages).toBe(1);
  });
  expect(await countUsers(pool)).toBe(1);
  const work = inTransactionAfter(pool, read, (tx, _found, commitWith) =>
    commitWith(() =>
      Promise.all([addUser(tx, { id: second, subject: 'b' }), addUser(tx, { id: first, subject: 'c' })]),
    ),
  );
  await expect(work).rejects.toThrow(/app_user_pkey/);
  expect(await countUsers(pool)).toBe(1);
});

test('a failure that was caught does not make a rolled back transaction look committed', async ({ pool }) => {
  const work = inTransactionAfter(
    pool,
    (tx) => addUser(tx, { id: first, subject: 'a' }),
    (tx, _found, commitWith) => commitWith(() => addUser(tx, { id: first, subject: 'b' }).catch(() => 0)),
  );
  await expect(work).rejects.toThrow('the transaction was rolled back');
  expect(await countUsers(pool)).toBe(0);
});

test('a transaction in one message reads what it has locked, and is reverted as a whole', async ({
  pool,
}) => {
  const counts = await inOneMessage(pool, async (tx) => [
    ...(await Promise.all([addUser(tx, { id: first, subject: 'a' }), countUsers(tx)])),
  ]);
  expect(counts).toEqual([1, 1]);
  const work = inOneMessage(pool, (tx) =>
    Promise.all([addUser(tx, { id: second, subject: 'b' }), addUser(tx, { id: second, subject: 'b' })]),
  );
  await expect(work).rejects.toThrow(/app_user_pkey/);
  expect(await countUsers(pool)).toBe(1);
});

test('what follows a commit is done once others can see it, on another connection, and not at all without a commit', async ({
  pool,
}) => {
  const { promise: counted, resolve } = Promise.withResolvers<number>();
  const done: string[] = [];
  await inTransaction(pool, async (tx) => {
    afterCommit(tx, async (on) => {
      done.push('committed');
      expect(on).not.toBe(tx);
      resolve(await countUsers(on));
    });
    await addUser(tx, { id: first, subject: 'a' });
    expect(done).toEqual([]);
  });
  expect(await counted).toBe(1);
  const work = inTransaction(pool, async (tx) => {
    afterCommit(tx, async () => void done.push('rolled back'));
    await addUser(tx, { id: first, subject: 'a' });
  });
  await expect(work).rejects.toThrow(/app_user_pkey/);
  expect(done).toEqual(['committed']);
});
