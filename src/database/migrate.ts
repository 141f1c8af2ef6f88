import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { applyMigration } from './applyMigration.ts';
import type { Sql } from './connection.ts';
import { readMigrationState, refuseNewerDatabase } from './migrationState.ts';
import { ownsSession } from './ownsSession.ts';

/** Key of the advisory lock that migrations run under: any fixed number that nothing else in the database uses. */
const migrationLock = 0x63_6f_6c_6c_61_62;

/**
 * Brings a database up to date: the project's migrations, recorded in Prisma's ordinary `_prisma_migrations` table, and
 * those of the job queue. Processes that start at the same time take turns.
 *
 * @param databaseUrl Where a connection keeps its session. Through a connection pooler in transaction mode it can only
 * be found that there is nothing to do.
 * @returns Names of the migrations that were applied, in order; empty when there was nothing to do.
 * @throws NewerDatabaseError when a newer version has migrated the database.
 * @throws MigrationError when a migration fails; it has changed nothing and can be repeated.
 * @throws Error when the database can't be reached.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // the statement that needs the connection reports its loss
  await client.connect();
  try {
    if (!(await ownsSession(client, databaseUrl))) {
      await refuseMissingMigrations(client);
      return [];
    }
    // A lock of the session, which ends with the connection: a process that dies leaves none behind.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await refuseNewerDatabase(client);
    const { missing } = await readMigrationState(client);
    for (const name of missing) await applyMigration(client, name);
    await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) });
    return missing;
  } finally {
    await client.end();
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
