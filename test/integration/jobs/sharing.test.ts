import { describe, expect } from 'vitest';
import { create, history, readJob, sequencesOf, typesOf, until, upTo } from '../../support/jobs.ts';
import type { ModelRequest } from '../../support/modelServer.ts';
import { flowPlan, piecesOf } from '../../support/plans.ts';
import { type Client, test } from '../../support/system.ts';

const pieces = piecesOf(flowPlan(7));
const textsOf = (job: { canvas: { objects: { text?: string }[] } }) =>
  job.canvas.objects.flatMap(({ text }) => text ?? []).sort();
const idsOf = (job: { canvas: { objects: { id: string }[] } }) => job.canvas.objects.map(({ id }) => id);

const createMany = (client: Client, count: number, input: Record<string, unknown> = {}) =>
  Promise.all(
    Array.from({ length: count }, () => create(client, { instruction: 'the very same', ...input })),
  );

describe('a request that was answered before', () => {
  test('is answered inside the mutation, with a log like any other, on a canvas of its own', async ({
    system,
    model,
  }) => {
    const worker = await system.startWorker({ OPENAI_PRICE_INPUT: '1', OPENAI_PRICE_OUTPUT: '2' });
    const first = await create(system.client, { instruction: 'Seven  objects' });
    const request = await model.nextRequest();
    request.say(pieces.join(''));
    request.complete({ inputTokens: 1_000, outputTokens: 500 });
    await history(system.client, first.id);
    await worker.stop();

    const second = await create(system.client, { instruction: 'seven objects ' });
    const [made, copied] = [await readJob(system.client, first.id), await readJob(system.client, second.id)];
    expect(copied).toMatchObject({
      status: 'COMPLETED',
      cacheHit: true,
      attempt: 0,
      objectCount: 7,
      usage: null,
    });
    expect(copied.canvas).toMatchObject({ title: 'A flow', version: 1 });
    expect(textsOf(copied)).toEqual(textsOf(made));
    expect(new Set([...idsOf(made), ...idsOf(copied)]).size).toBe(14);
    const events = await history(system.client, second.id);
    expect(typesOf(events)).toEqual(['JobQueued', 'ObjectsGenerated', 'JobCompleted']);
    expect(model.requestCount).toBe(1);
    const { data } = await system.client.send(
      '{ cacheStats { entries hits misses hitRate bytes tokensSaved usdSaved } }',
    );
    expect(data.cacheStats).toMatchObject({
      entries: 1,
      hits: 1,
      misses: 1,
      hitRate: 0.5,
      tokensSaved: 1_500,
      usdSaved: 0.002,
    });
  });

  test('is asked again about a canvas that the answer has changed since', async ({ system, model }) => {
    await system.startWorker({ MAX_CONCURRENT_JOBS: '1' });
    const answer = async () => {
      const request = await model.nextRequest();
      request.say(pieces.join(''));
      request.complete();
    };
    const { id, canvasId } = await create(system.client, { instruction: 'seven objects' });
    await answer();
    await history(system.client, id);
    const change = { instruction: 'add seven objects', canvasId };
    const [first, second] = [await create(system.client, change), await create(system.client, change)];
    await answer();
    await history(system.client, first.id);
    await answer();
    await history(system.client, second.id);
    const job = await readJob(system.client, second.id);
    expect(job).toMatchObject({ status: 'COMPLETED', cacheHit: false, canvas: { version: 3 } });
    expect(model.requestCount).toBe(3);
  });

  test('is asked again when that is wanted, or when operators have thrown the answer away', async ({
    system,
    model,
  }) => {
    await system.startWorker();
    model.answerAll((request) => {
      request.say(pieces.join(''));
      request.complete();
    });
    const run = async (input: Record<string, unknown>) => {
      const { id } = await create(system.client, { instruction: 'again', ...input });
      await history(system.client, id);
      return (await readJob(system.client, id)).cacheHit;
    };
    expect(await run({})).toBe(false);
    expect(await run({ useCache: false })).toBe(false);
    expect(await run({})).toBe(true);
    const { data } = await system.client.send(
      'mutation { invalidateCache(input: { all: true }) { ... on InvalidateCacheSuccess { removed } } }',
    );
    expect(data.invalidateCache).toEqual({ removed: 1 });
    expect(await run({})).toBe(false);
    expect(model.requestCount).toBe(3);
  });
});

const cancel = (client: Client, id: string) =>
  client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', { id });

describe('duplicate requests', () => {
  test.override({ env: { MAX_ACTIVE_JOBS_PER_USER: '200' } });

  test('cause one request to the provider, and each fills a canvas of its own', async ({ system, model }) => {
    await system.startWorker();
    const early = await createMany(system.client, 90);
    const request = await model.nextRequest();
    request.say(pieces.slice(0, 4).join(''));
    const late = await createMany(system.client, 10);
    request.say(pieces.slice(4).join(''));
    request.complete({ inputTokens: 10, outputTokens: 20 });

    const ids = new Set<string>();
    const usages: unknown[] = [];
    let cacheHits = 0;
    for (const { id } of [...early, ...late]) {
      const events = await history(system.client, id);
      expect(sequencesOf(events)).toEqual(upTo(events.length));
      const job = await readJob(system.client, id);
      expect(job).toMatchObject({
        status: 'COMPLETED',
        objectCount: 7,
        canvas: { objectCount: 7, version: 1 },
      });
      const shown = new Set(
        events.flatMap(({ objects = [] }) => objects.map((object: { id: string }) => object.id)),
      );
      expect(new Set(idsOf(job))).toEqual(shown);
      for (const objectId of idsOf(job)) ids.add(objectId);
      if (job.usage !== null) usages.push(job.usage);
      if (job.cacheHit) cacheHits += 1;
    }
    expect(ids.size).toBe(100 * 7);
    expect(usages).toEqual([{ inputTokens: 10, outputTokens: 20, estimated: false }]);
    expect(cacheHits).toBe(99);
    expect(model.requestCount).toBe(1);
  });

  test('go on with one of those that wait when the leader is cancelled', async ({ system, model }) => {
    await system.startWorker();
    const jobs = await createMany(system.client, 3);
    const request = await model.nextRequest();
    request.say(pieces.slice(0, 3).join(''));
    const leader = await leaderOf(system.client, jobs);
    await until(system.client, leader.id, 'ObjectsGenerated');
    await cancel(system.client, leader.id);
    expect((await history(system.client, leader.id)).at(-1)?.__typename).toBe('JobCancelled');
    answer(await model.nextRequest());
    for (const { id } of jobs.filter((job) => job !== leader)) {
      expect((await history(system.client, id)).at(-1)).toMatchObject({
        __typename: 'JobCompleted',
        objectCount: 7,
      });
    }
    expect(model.requestCount).toBe(2);
  });
});

/** The one job of several that has started. */
async function leaderOf(client: Client, jobs: readonly { id: string }[]): Promise<{ id: string }> {
  const states = await Promise.all(jobs.map(async ({ id }) => (await readJob(client, id)).status));
  expect(states.toSorted()).toEqual(['PROCESSING', ...jobs.slice(1).map(() => 'QUEUED')]);
  return jobs[states.indexOf('PROCESSING')] ?? expect.fail('no job has started');
}

function answer(request: ModelRequest): void {
  request.say(pieces.join(''));
  request.complete();
}
