import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect } from 'vitest';
import { startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { createLogger } from '../../../src/log.ts';
import { unsupervised } from '../../../src/service/supervisor.ts';
import { startWorker } from '../../../worker/startWorker.ts';
import { create, readJob } from '../../support/jobs.ts';
import { startProxy } from '../../support/processes/proxy.ts';
import { test } from '../../support/system.ts';

const log = createLogger('worker', 'silent');

/** A worker in this process; its database complains after the test about anything that was left open. */
function start(url: string, port = '0', stopping = unsupervised.stopping) {
  const config = readConfig({ WORKER_PORT: port, SHUTDOWN_GRACE_MS: '0' });
  return startWorker(config, url, log, { ...unsupervised, stopping });
}
const hurry = AbortSignal.abort();

/** A port of this machine that something listens on. */
async function occupyPort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port: String(port), [Symbol.asyncDispose]: async () => void server.close() };
}

test('a worker whose port is in use takes no job, and leaves nothing open', async ({ system, database }) => {
  const { id } = await create(system.client, { instruction: 'for another worker' });
  await using taken = await occupyPort();
  await expect(start(database.url, taken.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(await readJob(system.client, id)).toMatchObject({ status: 'QUEUED', attempt: 0 });
  const { rows } = await database.pool().query('SELECT id FROM worker');
  expect(rows).toEqual([]);
});

test('a worker or an API that the database turns away does not start', async ({ database }) => {
  const url = new URL(database.url);
  url.password = 'wrong';
  await expect(start(url.href)).rejects.toMatchObject({ code: '28P01' });
  await expect(startApi(readConfig({ PORT: '0' }), url.href, log)).rejects.toMatchObject({ code: '28P01' });
});

test('a worker refuses a database without its tables', async ({ database }) => {
  await database.pool().query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '0001%'");
  await expect(start(database.url)).rejects.toThrow(
    /^it is not migrated \(it lacks 0001\w*\)\. Run `npm run migrate`/,
  );
});

test('a worker waits for an unavailable database, and can be stopped while it waits', async ({
  database,
}) => {
  const proxy = await startProxy(new URL(database.url));
  const url = new URL(database.url);
  url.host = proxy.host;
  await proxy.stop();

  const stopping = new AbortController();
  const abandoned = expect(start(url.href, '0', stopping.signal)).rejects.toThrow('aborted');
  const waiting = start(url.href);
  stopping.abort();
  await abandoned;

  const back = await startProxy(new URL(database.url), Number(url.port));
  const worker = await waiting;
  await worker.stop({ hurry });
  await back.stop();
});

test('a worker whose registration fails passes on the entries that it has fetched', async ({
  system,
  database,
}) => {
  const pool = database.pool();
  await pool.query("ALTER TABLE worker ADD CONSTRAINT refused CHECK (host = 'elsewhere')");
  const { id } = await create(system.client, { instruction: 'for another worker' });
  await expect(start(database.url)).rejects.toMatchObject({ code: '23514' });
  const { rows } = await pool.query('SELECT id FROM graphile_worker.jobs WHERE locked_at IS NOT NULL');
  expect(rows).toEqual([]);
  expect(await readJob(system.client, id)).toMatchObject({ status: 'QUEUED', attempt: 0 });
});
