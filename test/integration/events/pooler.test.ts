import { expect } from 'vitest';
import { startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { createLogger } from '../../../src/log.ts';
import { create, history, sequencesOf, upTo } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/plans.ts';
import { clientOf, test } from '../../support/system.ts';
import { startTransactionPooler } from '../../support/transactionPooler.ts';

test('an API behind a pooler in transaction mode is ready, reports the pooler, and still follows jobs', async ({
  system,
  model,
  database,
}) => {
  const pooler = await startTransactionPooler(database.url);
  const api = await startApi(
    readConfig({ PORT: '0', DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '0' }),
    pooler.url,
    createLogger('api', 'silent'),
  );
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
    const client = clientOf(api.url);
    const { id } = await create(client, { instruction: 'from far away' });
    const following = history(client, id);
    const request = await model.nextRequest();
    sendPlan(request, flowPlan(9));
    const events = await following;
    expect(sequencesOf(events)).toEqual(upTo(events.length));
    expect(events.at(-1)?.__typename).toBe('JobCompleted');
  } finally {
    await api.stop();
    await pooler.stop();
  }
});
