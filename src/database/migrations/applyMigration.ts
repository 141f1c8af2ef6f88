import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { isUnavailable } from '../outages/isUnavailable.ts';
import type { Sql } from '../statement.ts';
import { isLocked, limitLockWaits } from './lockTimeout.ts';
import { migrationsFolder } from './migrationState.ts';

/** A migration was refused by the database, and rolled back. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  constructor(migration: string, file: string, cause: pg.DatabaseError, line: number | undefined) {
    const place = line === undefined ? '' : ` (line ${line} of its ${file})`;
    super(
      `migration ${migration} failed and was rolled back: ${cause.message.replace(/\s*\n\s*/g, ' ')}${place}. Correct ` +
        'the cause and run it again.',
      { cause },
    );
  }
}

/** The table as Prisma creates it, so that Prisma's own tools can be used on the database. */
const createTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/** Attempts that Prisma has recorded as begun and not finished: as `prisma migrate resolve --rolled-back` does. */
const resolveUnfinished = `
  UPDATE _prisma_migrations SET rolled_back_at = now()
  WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`;

const record = `
  INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`;

const markUndone = `
  UPDATE _prisma_migrations SET rolled_back_at = now()
  WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL`;

/**
 * Applies a migration and records it, in one transaction: after a failure or a crash it has not been applied at all and
 * can be repeated. So a migration cannot contain what PostgreSQL refuses within a transaction, such as
 * `CREATE INDEX CONCURRENTLY`.
 *
 * @param client A connection that holds the migration lock.
 * @throws MigrationError when the database refuses a statement.
 * @throws pg.DatabaseError 55P03: another transaction holds a lock that it needs; see `retryWhileLocked`.
 */
export async function applyMigration(
  client: Sql,
  name: string,
  folder: string = migrationsFolder,
): Promise<void> {
  const sql = await readFile(join(folder, name, 'migration.sql'));
  const checksum = createHash('sha256').update(sql).digest('hex');
  await inOneTransaction(client, async () => {
    await client.query(createTable);
    await client.query(resolveUnfinished, [name]);
    await runScript(client, name, 'migration.sql', sql.toString('utf8'));
    await client.query(record, [randomUUID(), checksum, name]);
  });
}

/**
 * Undoes a migration with its `down.sql`, in one transaction; it can be applied again. Otherwise as `applyMigration`.
 */
export async function undoMigration(
  client: Sql,
  name: string,
  folder: string = migrationsFolder,
): Promise<void> {
  const script = await readFile(join(folder, name, 'down.sql'), 'utf8');
  await inOneTransaction(client, async () => {
    await runScript(client, name, 'down.sql', script);
    await client.query(markUndone, [name]);
  });
}

async function inOneTransaction(client: Sql, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await limitLockWaits(client);
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // the connection is lost, and the transaction with it
    throw error;
  }
}

async function runScript(client: Sql, name: string, file: string, script: string): Promise<void> {
  await client.query(script).catch((error: unknown) => {
    throw explain(name, file, script, error);
  });
}

function explain(name: string, file: string, script: string, error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || isUnavailable(error) || isLocked(error)) return error;
  const position = Number(error.position);
  // PostgreSQL counts characters from 1, and not UTF-16 code units.
  const before = position > 0 ? [...script].slice(0, position - 1) : undefined;
  const line = before && before.filter((character) => character === '\n').length + 1;
  return new MigrationError(name, file, error, line);
}
