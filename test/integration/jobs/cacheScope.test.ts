import { describe, expect } from 'vitest';
import { create, history, until } from '../../support/jobs.ts';
import type { ModelRequest, ModelServer } from '../../support/model/modelServer.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { type Client, test } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

const pieces = piecesOf(flowPlan(3));

const jobDocument = `query ($id: ID!) { job(id: $id) {
  status cacheHit cacheKey waitReason queuePosition canvas { title objectCount }
} }`;
const read = async (client: Client, id: string) => (await client.send(jobDocument, { id })).data.job;

function finish(request: ModelRequest) {
  request.sendText(pieces.join(''));
  request.complete();
}

/** Has a request answered by the model, which has to be asked for that. */
async function generate(client: Client, model: ModelServer, instruction: string) {
  const { id } = await create(client, { instruction });
  finish(await model.nextRequest());
  await history(client, id);
  return read(client, id);
}

describe('by default', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('the cache does not reveal that another user has asked for the same', async ({ system, model }) => {
    await system.startWorker();
    const [first, second] = [await clientOf(system, 'first'), await clientOf(system, 'second')];
    const made = await generate(first, model, 'Plan the SECRET merger');
    expect(made).toMatchObject({ status: 'COMPLETED', cacheHit: false });

    const asked = await generate(second, model, 'plan the secret merger');
    expect(asked).toMatchObject({ status: 'COMPLETED', cacheHit: false });
    expect(asked.cacheKey).not.toBe(made.cacheKey);
    expect(model.requestCount).toBe(2);

    // Each of them finds what is their own.
    for (const client of [first, second]) {
      const { id } = await create(client, { instruction: 'plan the  Secret merger' });
      expect(await read(client, id)).toMatchObject({ status: 'COMPLETED', cacheHit: true });
    }
    expect(model.requestCount).toBe(2);
  });

  test('the queue does not reveal it while the other job is running', async ({ system, model }) => {
    await system.startWorker({ MAX_CONCURRENT_JOBS: '2' });
    const [first, second] = [await clientOf(system, 'first'), await clientOf(system, 'second')];
    const instruction = 'Plan the secret merger';
    const early = await create(first, { instruction });
    const running = await model.nextRequest();
    running.sendText(pieces.slice(0, 2).join(''));
    await until(first, early.id, 'ObjectsGenerated');

    const late = await create(second, { instruction });
    const own = await model.nextRequest();
    finish(own);
    await history(second, late.id);
    expect(await read(second, late.id)).toMatchObject({ status: 'COMPLETED', cacheHit: false });
    expect((await read(first, early.id)).status).toBe('PROCESSING');
    running.sendText(pieces.slice(2).join(''));
    running.complete();
    await history(first, early.id);
  });

  test('a waiting job does not reveal it either', async ({ system, model }) => {
    const worker = await system.startWorker({ MAX_CONCURRENT_JOBS: '1' });
    const [first, second] = [await clientOf(system, 'first'), await clientOf(system, 'second')];
    const early = await create(first, { instruction: 'the same' });
    const running = await model.nextRequest();
    await until(first, early.id, 'JobStarted');
    const late = await create(second, { instruction: 'the same' });
    const own = await create(first, { instruction: 'the same' });
    expect(await read(second, late.id)).toMatchObject({ waitReason: 'TURN', queuePosition: 1 });
    finish(running);
    // What the first user requested twice is generated once; the second user's turn may come in between.
    finish(await model.nextRequest());
    await history(first, own.id);
    await history(second, late.id);
    expect(await read(second, late.id)).toMatchObject({ status: 'COMPLETED', cacheHit: false });
    expect(model.requestCount).toBe(2);
    await worker.stop();
  });
});

describe('with CACHE_SCOPE=shared', () => {
  test.override({ env: { JWT_SECRET: secret, CACHE_SCOPE: 'shared' } });

  test('users share cached results and wait for each other’s jobs', async ({ system, model }) => {
    await system.startWorker({ CACHE_SCOPE: 'shared' });
    const [first, second] = [await clientOf(system, 'first'), await clientOf(system, 'second')];
    await generate(first, model, 'Plan the merger');
    const { id } = await create(second, { instruction: 'plan the merger' });
    expect(await read(second, id)).toMatchObject({ status: 'COMPLETED', cacheHit: true });

    const early = await create(first, { instruction: 'something else' });
    const running = await model.nextRequest();
    const late = await create(second, { instruction: 'something else' });
    finish(running);
    await Promise.all([history(first, early.id), history(second, late.id)]);
    expect(model.requestCount).toBe(2);
  });
});
