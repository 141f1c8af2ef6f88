import { expect } from 'vitest';
import { startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { migrate } from '../../../src/database/migrations/migrate.ts';
import { databaseFailure } from '../../../src/database/outages/failure.ts';
import { createLogger } from '../../../src/log.ts';
import { startWorker } from '../../../worker/startWorker.ts';
import { startTransactionPooler } from '../../support/processes/transactionPooler.ts';
import { type TestDatabase, test } from '../../support/setup/database.ts';

const config = readConfig({ PORT: '0', WORKER_PORT: '0', DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '0' });
const log = createLogger('test', 'silent');

/** One that only adds to the tables. */
const applyNewerMigration = (database: TestDatabase) =>
  database.pool().query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ('1', '', '9999_later', now(), 1)`,
  );

/** One that takes away what versions without it need. */
async function applyBreakingMigration(database: TestDatabase) {
  await applyNewerMigration(database);
  await database.pool().query("INSERT INTO required_migration VALUES ('9999_later')");
}

test.for([
  ['the API', (url: string) => startApi(config, url, log)],
  ['a worker', (url: string) => startWorker(config, url, log)],
  ['npm run migrate', migrate],
] as const)('%s refuses a database that requires a newer version', async ([, start], { database }) => {
  await applyBreakingMigration(database);
  const error = await start(database.url).catch((reason: unknown) => reason);
  const sentence = databaseFailure({ url: database.url, variable: 'DATABASE_URL' }, error);
  expect(sentence).toContain('9999_later');
  expect(sentence).toContain(
    'Start that version or a later one, or restore a backup from before the upgrade.',
  );
  // Nothing was changed or left open: the test's database is dropped after this, and complains about sessions.
  const { rows } = await database.pool().query('SELECT count(*)::int AS workers FROM worker');
  expect(rows).toEqual([{ workers: 0 }]);
});

test('API and worker start on a database to which a newer version has only added, and migrate leaves it', async ({
  database,
}) => {
  await applyNewerMigration(database);
  expect(await migrate(database.url)).toEqual([]);
  const worker = await startWorker(config, database.url, log);
  const api = await startApi(config, database.url, log);
  const status = async () => (await fetch(`${api.url}/ready`)).status;
  await expect.poll(status).toBe(200);
  await Promise.all([api.stop(), worker.stop({ hurry: AbortSignal.abort() })]);
  await database.pool().query("DELETE FROM _prisma_migrations WHERE migration_name = '0001_init'");
  await expect(migrate(database.url), 'what it lacks may not fit between').rejects.toThrow('9999_later');
});

test('an API that started without its database ends when it finds a newer one', async ({ database }) => {
  await applyBreakingMigration(database);
  const pooler = await startTransactionPooler(database.url);
  const { port } = new URL(pooler.url);
  await pooler.stop();
  const api = await startApi(config, pooler.url, log);
  const again = await startTransactionPooler(database.url, Number(port));
  try {
    await expect(api.ended).rejects.toThrow('9999_later');
  } finally {
    await api.stop();
    await again.stop();
  }
});

test('an API that runs already stays in service while a newer version is rolled out', async ({
  database,
}) => {
  const api = await startApi(config, database.url, log);
  try {
    await applyNewerMigration(database);
    const response = await fetch(`${api.url}/ready`);
    expect(await response.json()).toMatchObject({
      checks: { migrations: expect.stringContaining('9999_later') },
    });
    await database.pool().query("DELETE FROM _prisma_migrations WHERE migration_name = '0001_init'");
    const lacking = await fetch(`${api.url}/ready`);
    expect(lacking.status).toBe(503);
    expect(await lacking.json()).toMatchObject({
      checks: { migrations: expect.stringMatching(/lacks 0001_init.*npm run migrate/) },
    });
  } finally {
    await api.stop();
  }
});
