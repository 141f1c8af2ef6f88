import { AsyncResource } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { nameFirst, PreparingClient } from './preparedStatements.ts';
import { watchShortage } from './watchShortage.ts';
import { watchSlowQueries } from './watchSlowQueries.ts';

/** One pool serves Prisma and plain SQL. */
export type Database = {
  pool: pg.Pool;
  prisma: PrismaClient;
  /** What the server has lately run short of: see `watchShortage`. */
  shortage(): string | undefined;
  /** How many statements have taken longer than `SLOW_QUERY_MS`. */
  slowQueries(): number;
  close(): Promise<void>;
};

/** What a statement runs on: the pool, or the client of a transaction. */
export type Sql = Pick<pg.ClientBase, 'query'>;

/**
 * Opens the pool, with one more connection for what is done after commits; each is made when first used.
 * @param url Connection string of the database.
 * @param size Connections at most.
 * @param slowMs Milliseconds after which a statement is logged as slow; 0: never
 */
export function connect(url: string, size: number, log: Logger, slowMs = 0): Database {
  // A connection outlives the request that opened it, whose ids must not be in these lines.
  const reportLoss = AsyncResource.bind(createLossReporter(log));
  const shortage = watchShortage(log);
  const slowQueries = watchSlowQueries(log, slowMs);
  const open = (max: number) => {
    const opened = openPool(url, max);
    opened.on('connect', (client) => {
      client.on('error', reportLoss);
      shortage.watch(client);
      slowQueries.watch(client);
    });
    return opened;
  };
  const pool = open(size);
  const separate = open(1);
  separateConnections.set(pool, separate);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameFirst() }) });
  return {
    pool,
    prisma,
    shortage: shortage.current,
    slowQueries: slowQueries.count,
    async close() {
      await Promise.all(running.get(pool) ?? []);
      await prisma.$disconnect();
      for (const each of [pool, separate]) if (!each.ended) await each.end();
    },
  };
}

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    Client: PreparingClient,
    onConnect: (client) => (client instanceof PreparingClient ? client.detectSession() : undefined),
  });
  // The pool replaces a connection that breaks. Without a handler for its clients, too, the error would end the process;
  // the pool's own is called for idle connections, after that of the client.
  pool.on('error', () => undefined);
  return pool;
}

/** Milliseconds within which further losses are part of the same outage. */
const sameOutageMs = 10_000;

/** Logs connections that broke: the first of an outage as a warning, the others as information. */
function createLossReporter(log: Logger): (error: Error) => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    const level = performance.now() - lastAt < sameOutageMs ? 'info' : 'warn';
    lastAt = performance.now();
    log[level]({ err: error }, 'a database connection broke');
  };
}

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

/** What is done after a commit. Throws nothing. */
type AfterCommit = (on: Sql) => Promise<void>;

/** Of each open transaction. */
const afterCommits = new WeakMap<Sql, AfterCommit[]>();
/** What is being done after commits on a pool. It is done before the pool closes. */
const running = new WeakMap<Sql, Set<Promise<void>>>();
/** A connection of each pool for what is done after commits: it does not wait until the others are free. */
const separateConnections = new WeakMap<Sql, Sql>();

/**
 * Has something done once a transaction is committed; at once if `sql` is not a transaction. It is not done when the
 * process ends in between.
 */
export function afterCommit(sql: Sql, work: AfterCommit): void {
  const waiting = afterCommits.get(sql);
  if (waiting === undefined) follow(sql, work);
  else waiting.push(work);
}

function follow(on: Sql, work: AfterCommit): void {
  const unfinished = running.get(on) ?? new Set();
  running.set(on, unfinished);
  const done = work(separateConnections.get(on) ?? on).finally(() => unfinished.delete(done));
  unfinished.add(done);
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
  const waiting: AfterCommit[] = [];
  let broken: Error | undefined;
  afterCommits.set(client, waiting);
  try {
    const result = await transaction(client);
    for (const work of waiting) follow(pool, work);
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken ??= rollbackError;
    });
    throw error;
  } finally {
    afterCommits.delete(client);
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

/** Returns when the database has answered. */
export async function ping(sql: Sql): Promise<void> {
  await sql.query('SELECT 1');
}

/** Has a connection receive the notifications on a channel. */
export async function listenTo(client: Sql, channel: string): Promise<void> {
  await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
}

/** The only row of a result. @throws Error when there is none: the statement was expected to give one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('the statement returned no row');
  return row;
}
