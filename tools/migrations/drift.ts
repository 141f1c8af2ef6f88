import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { migrationNames, migrationsFolder } from '../../src/database/migrations/migrationState.ts';
import { withSchemaEngine } from './schemaEngine.ts';

/** No table or enum is managed by anyone else. */
export const allEntities = { externalTables: [], externalEnums: [] };

const schemaFile = join(import.meta.dirname, '../../prisma/schema.prisma');

/**
 * Computes the SQL from what the migrations build to what `schema.prisma` describes; undefined when they agree.
 * What Prisma can't express, such as CHECK constraints, does not count as a difference.
 *
 * @param shadowUrl an empty database, in which the migrations are tried
 * @param edit changes the text of the schema before the comparison
 */
export async function findDrift(
  shadowUrl: string,
  edit: (schema: string) => string = (schema) => schema,
): Promise<string | undefined> {
  const migrationsList = await readMigrations();
  const files = [{ path: schemaFile, content: edit(await readFile(schemaFile, 'utf8')) }];
  const { exitCode, stdout } = await withSchemaEngine(shadowUrl, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrationsList },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: allEntities,
    }),
  );
  return exitCode === 0 ? undefined : (stdout ?? '');
}

/** The migrations, oldest first, in the shape that the engine takes. */
export async function readMigrations(): Promise<MigrationList> {
  const names = await migrationNames();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => {
      const value = await readFile(join(migrationsFolder, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir: migrationsFolder, lockfile, shadowDbInitScript: '', migrationDirectories };
}
