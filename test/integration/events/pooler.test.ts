import { expect } from 'vitest';
import { type Api, startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { createLogger } from '../../../src/log.ts';
import { create, history, sequencesOf, upTo } from '../../support/jobs.ts';
import type { ModelServer } from '../../support/model/modelServer.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { startTransactionPooler } from '../../support/processes/transactionPooler.ts';
import { clientOf, test } from '../../support/system.ts';

/** An API of its own, which listens on a random port and stops at once. */
const startOwnApi = (url: string, env: NodeJS.ProcessEnv = {}): Promise<Api> =>
  startApi(
    readConfig({ PORT: '0', DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '0', ...env }),
    url,
    createLogger('api', 'silent'),
  );

/** Follows a job from its creation to its completion. */
async function followJob({ url }: Api, model: ModelServer): Promise<void> {
  const client = clientOf(url);
  const { id } = await create(client, { instruction: 'from far away' });
  const following = history(client, id);
  sendPlan(await model.nextRequest(), flowPlan(9));
  const events = await following;
  expect(sequencesOf(events)).toEqual(upTo(events.length));
  expect(events.at(-1)?.__typename).toBe('JobCompleted');
}

test('an API behind a pooler in transaction mode is ready, reports the pooler, and still follows jobs', async ({
  system,
  model,
  database,
}) => {
  const pooler = await startTransactionPooler(database.url);
  const api = await startOwnApi(pooler.url);
  try {
    await expect.poll(() => api.services.events.hub.status, { timeout: 10_000 }).toBe('not_receiving');
    const ready = await fetch(`${api.url}/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      ready: true,
      checks: { database: 'ok', events: expect.stringContaining('polling') },
    });
    expect(await (await fetch(`${api.url}/metrics`)).text()).toMatch(
      /^collabcanvas_listener_not_receiving 1$/m,
    );

    await system.startWorker();
    await followJob(api, model);
  } finally {
    await api.stop();
    await pooler.stop();
  }
});

test('an API whose direct address leads to another database reads events where they are', async ({
  system,
  model,
  database,
}) => {
  const elsewhere = new URL(database.url);
  elsewhere.pathname = '/postgres';
  const api = await startOwnApi(database.url, {
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: elsewhere.href,
  });
  try {
    await expect.poll(() => api.services.events.hub.status, { timeout: 10_000 }).toBe('not_receiving');
    await system.startWorker();
    await followJob(api, model);
  } finally {
    await api.stop();
  }
});
