import { AsyncResource } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { doAfterCommitsOn, finishAfterCommits } from './afterCommit.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { watchShortage } from './outages/watchShortage.ts';
import { preferring } from './preferring.ts';
import { nameFirst, PreparingClient } from './preparedStatements.ts';
import type { Sql } from './statement.ts';
import { watchSlowQueries } from './watchSlowQueries.ts';

/** One pool serves Prisma and plain SQL. */
export type Database = {
  pool: pg.Pool;
  prisma: PrismaClient;
  /**
   * For small statements that clients wait for, and that may run twice: the pool, or, where that is a connection pooler, a
   * way past it, which takes half the time.
   */
  urgent: Sql;
  /**
   * Has these statements, and what is done after commits, go to an address without a connection pooler.
   * @param isUsable Whether that address is known to work, and to lead to the same database.
   */
  useDirectAddress(url: string, isUsable: () => boolean): void;
  /** What the server has lately run short of: see `watchShortage`. */
  shortage(): string | undefined;
  /** How many statements have taken longer than `SLOW_QUERY_MS`. */
  slowQueries(): number;
  close(): Promise<void>;
};

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
  const pools: pg.Pool[] = [];
  const open = (address: string, max: number) => {
    const opened = openPool(address, max);
    opened.on('connect', (client) => {
      client.on('error', reportLoss);
      shortage.watch(client);
      slowQueries.watch(client);
    });
    pools.push(opened);
    return opened;
  };
  const pool = open(url, size);
  const separate = open(url, 1);
  let direct: DirectAddress | undefined;
  const choose = () => (direct?.isUsable() ? direct.pool : undefined);
  doAfterCommitsOn(preferring(choose, separate), pool);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameFirst() }) });
  return {
    pool,
    prisma,
    urgent: preferring(choose, pool),
    useDirectAddress(address, isUsable) {
      direct = { pool: open(address, directConnections), isUsable };
    },
    shortage: shortage.current,
    slowQueries: slowQueries.count,
    async close() {
      await finishAfterCommits(pool);
      await prisma.$disconnect();
      for (const each of pools) if (!each.ended) await each.end();
    },
  };
}

type DirectAddress = { pool: pg.Pool; isUsable: () => boolean };

/** Connections to the direct address: for two reads and a notification at a time. */
const directConnections = 3;

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

/** Returns when the database has answered. */
export async function ping(sql: Sql): Promise<void> {
  await sql.query('SELECT 1');
}

/** Has a connection receive the notifications on a channel. */
export async function listenTo(client: Sql, channel: string): Promise<void> {
  await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
}
