import { createServer } from 'node:net';
import { expect } from 'vitest';
import { createLogger } from '../../../src/log.ts';
import { unsupervised } from '../../../src/service/supervisor.ts';
import { claimPort } from '../../../tools/launch/ports.ts';
import { startApiWithWorker } from '../../../tools/launch/startApiWithWorker.ts';
import { create, until } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { startTransactionPooler } from '../../support/processes/transactionPooler.ts';
import { exchangeRaw, statusOf as statusOfRaw } from '../../support/requests/rawHttp.ts';
import { clientOf, environment, test } from '../../support/system.ts';

const log = createLogger('api', 'silent');
const freePort = (portVariable: string) =>
  claimPort({ host: '127.0.0.1', port: 0, hostVariable: 'HOST', portVariable });

async function start(database: Parameters<typeof environment>[0], env: Record<string, string> = {}) {
  const [port, workerPort] = [await freePort('PORT'), await freePort('WORKER_PORT')];
  const config = environment(database, { PORT: String(port), WORKER_PORT: String(workerPort), ...env });
  const service = await startApiWithWorker(config, database.url, log, unsupervised);
  return { service, api: `http://127.0.0.1:${port}`, worker: `http://127.0.0.1:${workerPort}` };
}

const statusOf = (url: string) =>
  fetch(url).then(
    (response) => response.status,
    () => null,
  );

test('one process serves the API and runs its jobs, and gives a running one back when it stops', async ({
  database,
  model,
}) => {
  const env = { OPENAI_BASE_URL: model.baseUrl, SHUTDOWN_GRACE_MS: '0', DRAIN_NOTICE_MS: '10' };
  const { service, api, worker } = await start(database, env);
  for (const origin of [api, worker]) await expect.poll(() => statusOf(`${origin}/ready`)).toBe(200);
  expect(service.graceMs).toBeGreaterThan(10);

  const client = clientOf(api);
  const done = await create(client, { instruction: 'answered' });
  await sendPlan(await model.nextRequest(), flowPlan(2));
  await until(client, done.id, 'JobCompleted');
  await create(client, { instruction: 'unanswered' });
  await model.nextRequest();

  await service.stop({ hurry: new AbortController().signal });
  for (const origin of [api, worker]) expect(await statusOf(`${origin}/health`)).toBeNull();
  const { rows } = await database
    .pool()
    .query("SELECT status, attempt FROM canvas_job WHERE instruction = 'unanswered'");
  expect(rows).toEqual([{ status: 'QUEUED', attempt: 1 }]);
});

test('metrics of both can have ports of their own, with the same rules, and then they are nowhere else', async ({
  database,
}) => {
  const [metrics, workerMetrics] = [await freePort('METRICS_PORT'), await freePort('WORKER_METRICS_PORT')];
  const { service, api, worker } = await start(database, {
    METRICS_PORT: String(metrics),
    WORKER_METRICS_PORT: String(workerMetrics),
  });
  for (const [port, own] of [
    [metrics, 'collabcanvas_live_workers 1'],
    [workerMetrics, 'collabcanvas_running_attempts 0'],
  ] as const) {
    const address = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${address}/metrics`)).text()).toContain(own);
    expect(await statusOf(`${address}/ready`)).toBe(404);
    const foreign = await exchangeRaw(port, 'GET /metrics HTTP/1.1\r\nhost: evil.example\r\n\r\n');
    expect(statusOfRaw(foreign)).toBe(403);
  }
  for (const origin of [api, worker]) expect(await statusOf(`${origin}/metrics`)).toBe(404);
  await service.stop({ hurry: AbortSignal.abort() });
  for (const port of [metrics, workerMetrics])
    expect(await statusOf(`http://127.0.0.1:${port}/metrics`)).toBeNull();
});

test('neither starts when one cannot, also while the other waits for its database', async ({ database }) => {
  const pooler = await startTransactionPooler(database.url);
  await pooler.stop();
  const port = await freePort('PORT');
  const taken = createServer().listen(port, '127.0.0.1');
  await expect(start({ ...database, url: pooler.url }, { PORT: String(port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    port,
  });
  taken.close();
});
