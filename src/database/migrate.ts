import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Sql } from './connection.ts';
import { MIGRATIONS, migrationNames, readMigrationState, refuseNewerDatabase } from './migrationState.ts';
import { ownsSession } from './ownsSession.ts';
import { withSchemaEngine } from './schemaEngine.ts';

/** No table or enum is managed by anyone else. */
export const allEntities = { externalTables: [], externalEnums: [] };

/** Any fixed number serves; it is this project's name in the one space of advisory locks of a database. */
const MIGRATION_LOCK = 0x63_6f_6c_6c_61_62;

/**
 * Brings a database up to date: the project's migrations, kept track of in Prisma's ordinary
 * `_prisma_migrations` table, and those of the job queue. Processes that start at once take turns.
 *
 * @param databaseUrl Where a connection keeps its session. Through a connection pooler in transaction mode it can only
 * be found that there is nothing to do.
 * @returns names of the migrations that were applied, in order; empty when there was nothing to do
 * @throws NewerDatabaseError when a newer version has migrated the database
 * @throws Error when the database can't be reached or a migration fails
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
    // A lock of the session, which goes with the connection: a process that dies leaves none behind.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewerDatabase(client);
    const applied = await applyMigrations(databaseUrl);
    await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) });
    return applied;
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

async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  const { appliedMigrationNames } = await withSchemaEngine({ url: databaseUrl }, (engine) =>
    engine.applyMigrations({ migrationsList, filters: allEntities }),
  );
  return appliedMigrationNames;
}

/** The migrations of the folder, oldest first, in the shape that the engine takes. */
export async function readMigrations(): Promise<MigrationList> {
  const names = await migrationNames();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => {
      const value = await readFile(join(MIGRATIONS, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(join(MIGRATIONS, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir: MIGRATIONS, lockfile, shadowDbInitScript: '', migrationDirectories };
}
