import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from '../statement.ts';

/** Folder of the SQL migrations. */
export const migrationsFolder = join(import.meta.dirname, '../../../prisma/migrations');

/** How a database's migrations differ from those of this version, by name, oldest first. */
export type MigrationState = {
  /** Migrations of this version that were not applied. */
  missing: string[];
  /** Migrations that were applied, and that this version does not have. */
  unknown: string[];
};

/**
 * The database was migrated by a newer version, and says that this one can't work with it: it would misread rows, or
 * break what the newer relies on.
 */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
  constructor(unknown: readonly string[]) {
    super(
      `a newer version of CollabCanvas has migrated it (${unknown.join(', ')}). Start that version or a later one, ` +
        'or restore a backup from before the upgrade.',
    );
  }
}

/** The database lacks tables that this version needs. */
export class UnmigratedDatabaseError extends Error {
  override readonly name = 'UnmigratedDatabaseError';
  constructor(missing: readonly string[]) {
    super(`it is not migrated (it lacks ${missing.join(', ')}). Run \`npm run migrate\` first.`);
  }
}

let names: Promise<string[]> | undefined;

/** Names of this version's migrations, oldest first: as they were when the process first asked. */
export function migrationNames(): Promise<string[]> {
  names ??= readdir(migrationsFolder, { withFileTypes: true }).then((entries) =>
    entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort(),
  );
  return names;
}

/** Compares what was applied with what this version has. */
export async function readMigrationState(sql: Sql): Promise<MigrationState> {
  const own = await migrationNames();
  const applied = await appliedNames(sql);
  return {
    missing: own.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !own.includes(name)),
  };
}

/**
 * @throws NewerDatabaseError when the database requires migrations that this version does not have. Others that it does
 * not have are no obstacle: they only add to the tables.
 */
export async function refuseNewerDatabase(sql: Sql): Promise<void> {
  const own = await migrationNames();
  const unknown = (await requiredNames(sql)).filter((name) => !own.includes(name));
  if (unknown.length > 0) throw new NewerDatabaseError(unknown);
}

/** @throws UnmigratedDatabaseError when the database lacks migrations of this version. */
export async function refuseUnmigratedDatabase(sql: Sql): Promise<void> {
  const { missing } = await readMigrationState(sql);
  if (missing.length > 0) throw new UnmigratedDatabaseError(missing);
}

async function appliedNames(sql: Sql): Promise<string[]> {
  if (!(await hasTable(sql, '_prisma_migrations'))) return [];
  const { rows } = await sql.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function requiredNames(sql: Sql): Promise<string[]> {
  if (!(await hasTable(sql, 'required_migration'))) return [];
  const { rows } = await sql.query<{ name: string }>('SELECT name FROM required_migration ORDER BY 1');
  return rows.map(({ name }) => name);
}

async function hasTable(sql: Sql, name: string): Promise<boolean> {
  const { rows } = await sql.query<{ exists: boolean }>('SELECT to_regclass($1) IS NOT NULL AS exists', [
    name,
  ]);
  return rows[0]?.exists === true;
}
