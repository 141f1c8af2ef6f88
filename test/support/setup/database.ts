import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { test as base, inject } from 'vitest';
import { PreparingClient } from '../../../src/database/preparedStatements.ts';

/** A database of one test's, or one file's, own: migrated, and empty. */
export type TestDatabase = {
  readonly url: string;
  /** Opens a pool, which `drop` closes. */
  pool(options?: pg.PoolConfig): pg.Pool;
  /**
   * Closes the pools and removes the database.
   *
   * @throws Error when a session is still open: something that the test started was not stopped
   */
  drop(): Promise<void>;
};

/** Milliseconds that sessions get to end after the test has closed what it opened. */
const LEAK_TIMEOUT = 2_000;

/** Makes a database; call `drop` when done. Takes about 20 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin = administratorOf(adminUrl);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const url = new URL(`/${name}`, adminUrl).href;
  const pools: pg.Pool[] = [];
  return {
    url,
    pool(options) {
      const pool = new pg.Pool({ connectionString: url, Client: PreparingClient, ...options });
      pool.on('error', () => undefined); // tests cut connections on purpose
      pools.push(pool);
      return pool;
    },
    async drop() {
      await Promise.all(pools.filter((pool) => !pool.ending).map((pool) => pool.end()));
      const admin = administratorOf(adminUrl);
      const leaked = await openSessions(admin, name);
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      if (leaked.length > 0) throw new Error(`The test left sessions open: ${leaked.join('; ')}`);
    },
  };
}

/** A test with a database of its own, which is gone after it. */
export const test = base.extend<{ database: TestDatabase }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  database: async ({}, use) => {
    const database = await createTestDatabase();
    await use(database);
    await database.drop();
  },
});

let administrator: pg.Pool | undefined;

/**
 * A connection to the maintenance database that all tests of a process share: opening one takes longer than what is done
 * on it. The process may end before it.
 */
function administratorOf(adminUrl: string): pg.Pool {
  if (administrator === undefined) {
    administrator = new pg.Pool({
      connectionString: adminUrl,
      ...{ max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true },
    });
    administrator.on('error', () => undefined);
  }
  return administrator;
}

/** What the sessions of a database did last, after a while for those that are just ending. */
async function openSessions(admin: pg.Pool, database: string): Promise<string[]> {
  const deadline = Date.now() + LEAK_TIMEOUT;
  for (;;) {
    const { rows } = await admin.query<{ query: string }>(
      `SELECT left(query, 100) AS query FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
      [database],
    );
    if (rows.length === 0 || Date.now() > deadline) return rows.map(({ query }) => query);
    await delay(20);
  }
}
