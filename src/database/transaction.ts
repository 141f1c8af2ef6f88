import type pg from 'pg';
import { withAfterCommit } from './afterCommit.ts';
import type { Sql } from './statement.ts';

/**
 * Begins a transaction. A process that is stopped in the middle of one must not hold its locks for longer than ten
 * seconds. Statements are planned once for each connection, also those within functions, such as Graphile's `add_job`:
 * they find rows by their keys, so values make no difference to their plans. Both are set with each transaction, in the same message: connection
 * poolers refuse them as startup parameters, and what is set for a session would apply to the next client that gets
 * that session.
 */
const begin = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = '10s';
  SET LOCAL plan_cache_mode = 'force_generic_plan'`;

/**
 * Runs `work` in a transaction: committed when it resolves, rolled back when it throws. Statements that don't need each
 * other's results go in one message when they are started together (`Promise.all`); the server runs them in order.
 */
export function inTransaction<T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  return inTransactionAfter(pool, async () => undefined, work);
}

/**
 * Starts the last statements of a transaction, and sends its commit with them: locks are not held until the answers
 * have arrived. The server rolls back if one of them fails. Nothing may be started on the transaction afterwards.
 */
export type CommitWith = <T>(statements: () => Promise<T>) => Promise<T>;

/**
 * As `inTransaction`. What `read` reads, and locks, is part of the transaction, and goes in one message with its begin:
 * it writes nothing, because it would run alone if the begin failed.
 */
export function inTransactionAfter<Read, T>(
  pool: pg.Pool,
  read: (tx: pg.PoolClient) => Promise<Read>,
  work: (tx: pg.PoolClient, read: Read, commitWith: CommitWith) => Promise<T>,
): Promise<T> {
  return withClient(pool, async (tx) => {
    let committing: Promise<void> | undefined;
    const commitWith: CommitWith = async (statements) => {
      const results = statements();
      committing = commit(tx);
      const [result] = await inOrder([results, committing]);
      return result;
    };
    const [, found] = await Promise.all([tx.query(begin), read(tx)]);
    const result = await work(tx, found, commitWith);
    await (committing ?? commit(tx));
    return result;
  });
}

/**
 * Runs statements that don't need each other's results as a transaction that is sent in one message. At most one of
 * them writes: it would run alone if the begin failed.
 */
export function inOneMessage<T>(pool: pg.Pool, statements: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  return withClient(pool, async (tx) => {
    const [, result] = await inOrder([tx.query(begin), statements(tx), commit(tx)]);
    return result;
  });
}

/** All results, or the error of the first in this order that failed: the later ones fail because of it. */
async function inOrder<T extends readonly Promise<unknown>[]>(results: readonly [...T]) {
  const failed = (await Promise.allSettled(results)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return Promise.all(results);
}

/** Runs a transaction on a connection, and rolls it back when it throws. */
async function withClient<T>(pool: pg.Pool, transaction: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await withAfterCommit(pool, client, () => transaction(client));
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken ??= rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** @throws Error when the server has rolled back, because a statement had failed. */
async function commit(tx: Sql): Promise<void> {
  const { command } = await tx.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
}

/** Runs `work` in a transaction that only reads: all its statements see one state of the database. */
export async function inSnapshot<T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const isolate = (tx: pg.PoolClient) =>
    tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  return inTransactionAfter(pool, isolate, work);
}

/**
 * Runs `work` within a transaction so that only its own statements are rolled back when it throws, or when a deferred
 * constraint refuses what it did.
 */
export async function inSavepoint(tx: Sql, work: () => Promise<unknown>): Promise<void> {
  await tx.query('SAVEPOINT part');
  try {
    await work();
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    await tx.query('SET CONSTRAINTS ALL DEFERRED');
  } catch (error) {
    await tx.query('ROLLBACK TO SAVEPOINT part');
    throw error;
  }
  await tx.query('RELEASE SAVEPOINT part');
}
