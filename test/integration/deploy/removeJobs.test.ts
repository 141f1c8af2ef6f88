import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { migrate } from '../../../src/database/migrations/migrate.ts';
import { refuseUnmigratedDatabase } from '../../../src/database/migrations/migrationState.ts';
import { test } from '../../support/setup/database.ts';
import { restoreDatabase } from '../database/filled/restoreDatabase.ts';
import { unpackDump } from '../database/filled/rows.ts';

const script = join(import.meta.dirname, '../../../deploy/removeJobs.sql');
const dumpFile = join(import.meta.dirname, '../database/filled/4d681df.json.gz');

const kept = ['app_user', 'canvas', 'canvas_edit', 'canvas_object', 'canvas_version'];

test('removing jobs from a filled database keeps every user and canvas, and nothing of jobs', async ({
  database,
}) => {
  const pool = database.pool();
  await restoreDatabase(pool, database.url, unpackDump(await readFile(dumpFile)));
  const readKept = () =>
    Promise.all(
      kept.map(async (table) => (await pool.query(`SELECT t::text FROM ${table} AS t ORDER BY 1`)).rows),
    );
  const before = await readKept();
  for (const rows of before.slice(0, 2)) expect(rows).not.toEqual([]);

  await pool.query(await readFile(script, 'utf8'));
  expect(await readKept()).toEqual(before);
  const { rows } = await pool.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S', 'v')
    UNION SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
    UNION SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
    UNION SELECT nspname FROM pg_namespace WHERE nspname LIKE 'graphile%' ORDER BY 1`);
  expect(rows.map(({ name }) => name)).toEqual([...kept, 'object_kind', 'user_role', 'version_kind'].sort());
  await expect(refuseUnmigratedDatabase(pool)).rejects.toThrow(/it lacks 0001_init/);
  await expect(migrate(database.url)).rejects.toThrow('0001_init failed and was rolled back');
});
