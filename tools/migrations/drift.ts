import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allEntities, readMigrations } from '../../src/database/migrate.ts';
import { withSchemaEngine } from '../../src/database/schemaEngine.ts';

const SCHEMA = join(import.meta.dirname, '../../prisma/schema.prisma');

/**
 * SQL that leads from what the migrations build to what `schema.prisma` says; undefined when they agree.
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
  const files = [{ path: SCHEMA, content: edit(await readFile(SCHEMA, 'utf8')) }];
  const { exitCode, stdout } = await withSchemaEngine({ url: shadowUrl, shadow: true }, (engine) =>
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
