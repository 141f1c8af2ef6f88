import { expect } from 'vitest';
import { allEntities, findDrift, readMigrations } from '../../../tools/migrations/drift.ts';
import { withSchemaEngine } from '../../../tools/migrations/schemaEngine.ts';
import { test } from '../../support/setup/database.ts';

const dropEverything =
  'DROP SCHEMA public CASCADE; DROP SCHEMA graphile_worker CASCADE; CREATE SCHEMA public';

test('the migrations create the schema of schema.prisma', async ({ database }) => {
  await database.pool().query(dropEverything);
  expect(await findDrift(database.url)).toBeUndefined();
});

test('a field that no migration adds is found, with the SQL that would add it', async ({ database }) => {
  await database.pool().query(dropEverything);
  const withField = (schema: string) =>
    schema.replace(/model Canvas \{/, 'model Canvas {\n  unmigrated Int?');
  expect(await findDrift(database.url, withField)).toMatch(
    /ALTER TABLE "canvas" ADD COLUMN\s+"unmigrated" INTEGER/,
  );
});

test("Prisma's own engine finds the history as it should be, and nothing to apply", async ({ database }) => {
  const migrationsList = await readMigrations();
  const [history, { appliedMigrationNames }] = await withSchemaEngine(database.url, async (engine) => [
    await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: allEntities,
    }),
    await engine.applyMigrations({ migrationsList, filters: allEntities }),
  ]);
  expect(history).toMatchObject({
    history: null,
    failedMigrationNames: [],
    editedMigrationNames: [],
    hasMigrationsTable: true,
  });
  expect(appliedMigrationNames).toEqual([]);
});
