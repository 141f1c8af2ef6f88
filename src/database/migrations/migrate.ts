import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { ownsSession } from '../ownsSession.ts';
import type { Sql } from '../statement.ts';
import { applyMigration, undoMigration } from './applyMigration.ts';
import { limitLockWaits, retryWhileLocked } from './lockTimeout.ts';
import {
  migrationNames,
  migrationsFolder,
  NewerDatabaseError,
  readMigrationState,
  refuseNewerDatabase,
} from './migrationState.ts';

/** Key of the advisory lock that migrations run under: any fixed number that nothing else in the database uses. */
const migrationLock = 0x63_6f_6c_6c_61_62;

/** What happens while a migration runs. */
export type MigrationOptions = {
  /** Called with each pause in which a migration gives way to another transaction. */
  onLocked?: () => void;
};

/**
 * Brings a database up to date: the project's migrations, recorded in Prisma's ordinary `_prisma_migrations` table, and
 * those of the job queue. Processes that start at the same time take turns. Does nothing to a database that a newer
 * version has migrated, if this one can work with it.
 *
 * @param databaseUrl Where a connection keeps its session. Through a connection pooler in transaction mode it can only
 * be found that there is nothing to do.
 * @returns Names of the migrations that were applied, in order; empty when there was nothing to do.
 * @throws NewerDatabaseError when a newer version has migrated the database, and this one can't work with it.
 * @throws MigrationError when a migration fails; it has changed nothing and can be repeated.
 * @throws Error when the database can't be reached, or a lock is held for minutes.
 */
export async function migrate(
  databaseUrl: string,
  { onLocked = () => undefined }: MigrationOptions = {},
): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    if (!(await ownsSession(client, databaseUrl))) {
      await refuseMissingMigrations(client);
      return [];
    }
    await takeTurn(client);
    await refuseNewerDatabase(client);
    const { missing, unknown } = await readMigrationState(client);
    if (unknown.length > 0) {
      if (missing.length > 0) throw new NewerDatabaseError(unknown);
      return [];
    }
    for (const name of missing) await retryWhileLocked(() => applyMigration(client, name), onLocked);
    await retryWhileLocked(() => migrateQueue(databaseUrl), onLocked);
    return missing;
  });
}

/**
 * Undoes the migrations after `target`, newest first, each with its `down.sql`.
 *
 * @param databaseUrl An address of PostgreSQL itself, or of a pooler in session mode.
 * @returns Names of the migrations that were undone, in order.
 * @throws Error when one has no `down.sql`, before anything is changed.
 * @throws NewerDatabaseError, MigrationError as `migrate`.
 */
export async function undoMigrations(
  databaseUrl: string,
  target: string,
  { onLocked = () => undefined }: MigrationOptions = {},
): Promise<string[]> {
  const own = await migrationNames();
  if (!own.includes(target)) throw new Error(`there is no migration ${target}.`);
  return withClient(databaseUrl, async (client) => {
    await takeTurn(client);
    const { missing, unknown } = await readMigrationState(client);
    if (unknown.length > 0) throw new NewerDatabaseError(unknown);
    const undone = own.filter((name) => name > target && !missing.includes(name)).reverse();
    for (const name of undone) await refuseLasting(name);
    for (const name of undone) await retryWhileLocked(() => undoMigration(client, name), onLocked);
    return undone;
  });
}

async function refuseLasting(name: string): Promise<void> {
  await access(join(migrationsFolder, name, 'down.sql')).catch(() => {
    throw new Error(`migration ${name} can't be undone. Restore a backup from before it.`);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the statement that needs the connection reports its loss
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A lock of the session, which ends with the connection: a process that dies leaves none behind. */
async function takeTurn(client: Sql): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
}

async function migrateQueue(url: string): Promise<void> {
  const pool = new pg.Pool({
    connectionString: url,
    onConnect: (client) => limitLockWaits(client, 'SESSION'),
  });
  // The statement that needs the connection reports its loss.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  } finally {
    await pool.end();
  }
}

async function refuseMissingMigrations(sql: Sql): Promise<void> {
  await refuseNewerDatabase(sql);
  const { missing } = await readMigrationState(sql);
  if (missing.length === 0) return;
  throw new Error(
    `it lacks ${missing.join(', ')}, and migrations cannot run through a connection pooler in transaction mode. Set ` +
      'DATABASE_DIRECT_URL to the address of PostgreSQL itself.',
  );
}
