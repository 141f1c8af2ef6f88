import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../src/database/migrations/migrate.ts';
import { startTemporaryPostgres } from '../../../tools/postgres/temporaryPostgres.ts';

/** Database that every test's own is a copy of: migrated, and without rows. */
const TEMPLATE = 'template_collabcanvas';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging
  interface ProvidedContext {
    /** Where to create databases: the server's maintenance database, and the name of the template. */
    postgres: { adminUrl: string; template: string };
    /** Sequences that each property test of the job's lifecycle tries. */
    chaosRuns: number;
  }
}

/** One PostgreSQL for the whole run, on a free port, in a folder of its own; nothing of it stays. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTemporaryPostgres('test');
  try {
    const url = new URL(postgres.url);
    url.pathname = '/postgres';
    await createTemplate(url);
    project.provide('postgres', { adminUrl: url.href, template: TEMPLATE });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return postgres.stop;
}

async function createTemplate(adminUrl: URL): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await migrate(new URL(`/${TEMPLATE}`, adminUrl).href);
    // A copy needs its original to be without sessions.
    await client.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}
