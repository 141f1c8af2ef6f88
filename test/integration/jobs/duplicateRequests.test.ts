import { describe, expect } from 'vitest';
import { createJob } from '../../../src/jobs/commands/createJob.ts';
import { create, history, readJob, sequencesOf, typesOf, until, upTo } from '../../support/jobs.ts';
import * as lifecycle from '../../support/lifecycle/lifecycle.ts';
import type { ModelRequest, ModelServer } from '../../support/model/modelServer.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { test as databaseTest } from '../../support/setup/database.ts';
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
    request.sendText(pieces.join(''));
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
    expect(copied.canvas).toMatchObject({ title: 'A flow', versionNumber: 1 });
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

  test('is generated again for a canvas that its result has changed', async ({ system, model }) => {
    await system.startWorker({ MAX_CONCURRENT_JOBS: '1' });
    const answer = async () => {
      const request = await model.nextRequest();
      request.sendText(pieces.join(''));
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
    expect(job).toMatchObject({ status: 'COMPLETED', cacheHit: false, canvas: { versionNumber: 3 } });
    expect(model.requestCount).toBe(3);
  });

  test('is generated again on request, or after operators have invalidated it', async ({ system, model }) => {
    await system.startWorker();
    model.respondToAll((request) => {
      request.sendText(pieces.join(''));
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

function answer(request: ModelRequest) {
  request.sendText(pieces.join(''));
  request.complete();
}

const cancel = (client: Client, id: string) =>
  client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', { id });

/** What a waiting job waits for. */
async function readWait(client: Client, id: string) {
  const { data } = await client.send(
    `query ($id: ID!) { job(id: $id) {
      status waitReason queuePosition leaderProgress { phase progress objectCount }
    } }`,
    { id },
  );
  return data.job;
}

/** A leader that is being generated, and duplicates that wait for it. */
async function leaderWithDuplicates(client: Client, model: ModelServer, count: number) {
  const leader = await create(client, { instruction: 'the very same' });
  const request = await model.nextRequest();
  request.sendText(pieces.slice(0, 4).join(''));
  await until(client, leader.id, 'ObjectsGenerated');
  const duplicates = await createMany(client, count);
  for (const { id } of duplicates) {
    await expect
      .poll(() => readWait(client, id))
      .toMatchObject({ status: 'QUEUED', waitReason: 'DUPLICATE_REQUEST', queuePosition: null });
  }
  return { leader, duplicates, request };
}

type CompletedJob = {
  id: string;
  objectCount: number;
  cacheHit: boolean;
  usage: unknown;
  canvas: { versionNumber: number; objects: { id: string }[] };
  events: { nodes: { sequence: number; objects?: { id: string }[] }[] };
};

/** Waits until so many jobs are completed, and reads all of them at once. */
async function readCompleted(client: Client, count: number): Promise<CompletedJob[]> {
  const filter = 'first: 100, filter: { status: [COMPLETED] }';
  await expect
    .poll(async () => (await client.send(`{ jobs(${filter}) { totalCount } }`)).data.jobs.totalCount, {
      timeout: 20_000,
    })
    .toBe(count);
  const { data, errors } = await client.send(`{ jobs(${filter}) { nodes {
    id objectCount cacheHit usage { inputTokens outputTokens estimated }
    canvas { versionNumber objects { id } }
    events(first: 20) { nodes { sequence ... on ObjectsGenerated { objects { id } } } }
  } } }`);
  expect(errors).toBeUndefined();
  return data.jobs.nodes;
}

const completed = { __typename: 'JobCompleted', objectCount: 7 };
const lastOf = async (client: Client, id: string) => (await history(client, id)).at(-1);
const statusesOf = async (client: Client, jobs: { id: string }[]) =>
  (await Promise.all(jobs.map(({ id }) => readJob(client, id)))).map(({ status }) => status).sort();

describe('duplicate requests', () => {
  test.override({ env: { MAX_ACTIVE_JOBS_PER_USER: '200', MAX_OPERATION_COST: '1000000' } });

  test('a hundred cause one request to the provider, and each fills a canvas of its own', async ({
    system,
    model,
  }) => {
    await system.startWorker();
    const early = await createMany(system.client, 90);
    const request = await model.nextRequest();
    request.sendText(pieces.slice(0, 4).join(''));
    const late = await createMany(system.client, 10);
    request.sendText(pieces.slice(4).join(''));
    request.complete({ inputTokens: 10, outputTokens: 20 });

    const jobs = await readCompleted(system.client, 100);
    expect(jobs.map(({ id }) => id).sort()).toEqual([...early, ...late].map(({ id }) => id).sort());
    for (const { objectCount, canvas, events, ...job } of jobs) {
      expect({ objectCount, versionNumber: canvas.versionNumber }).toEqual({
        objectCount: 7,
        versionNumber: 1,
      });
      expect(sequencesOf(events.nodes)).toEqual(upTo(events.nodes.length));
      const shown = events.nodes.flatMap(({ objects = [] }) => objects.map(({ id }) => id));
      expect(new Set(idsOf({ ...job, canvas }))).toEqual(new Set(shown));
    }
    expect(new Set(jobs.flatMap(idsOf)).size).toBe(100 * 7);
    expect(jobs.flatMap(({ usage }) => usage ?? [])).toEqual([
      { inputTokens: 10, outputTokens: 20, estimated: false },
    ]);
    expect(jobs.filter(({ cacheHit }) => cacheHit)).toHaveLength(99);
    expect(model.requestCount).toBe(1);
  });

  test('wait with the figures of their leader, and complete without a slot of a worker', async ({
    system,
    model,
  }) => {
    await system.startWorker({ MAX_CONCURRENT_JOBS: '2' });
    const { leader, duplicates, request } = await leaderWithDuplicates(system.client, model, 3);
    const [{ id = '' } = {}] = duplicates;
    expect((await readWait(system.client, id)).leaderProgress).toMatchObject({
      phase: 'GENERATING',
      progress: expect.any(Number),
      objectCount: expect.any(Number),
    });
    expect((await readWait(system.client, leader.id)).leaderProgress).toBeNull();
    const { data } = await system.client.send('{ queueHealth { waiting waitingDuplicates } }');
    expect(data.queueHealth).toEqual({ waiting: 0, waitingDuplicates: 3 });

    // Other jobs take every slot, and more of them wait.
    for (const instruction of ['another', 'a third', 'a fourth'])
      await create(system.client, { instruction });
    const other = await model.nextRequest();
    request.sendText(pieces.slice(4).join(''));
    request.complete();
    for (const duplicate of duplicates) {
      expect(await lastOf(system.client, duplicate.id)).toMatchObject(completed);
      expect(await readJob(system.client, duplicate.id)).toMatchObject({ cacheHit: true, attempt: 0 });
    }
    other.disconnect();
  });

  test('are not made of jobs that may not use the cache', async ({ system, model }) => {
    await system.startWorker();
    const { request } = await leaderWithDuplicates(system.client, model, 1);
    await create(system.client, { instruction: 'the very same', useCache: false });
    answer(await model.nextRequest());
    request.disconnect();
  });

  test.for<
    [how: string, end: (request: ModelRequest, client: Client, leaderId: string) => unknown, type: string]
  >([
    ['fails', (request) => request.truncate('content_filter'), 'JobFailed'],
    ['is cancelled', (_request, client, leaderId) => cancel(client, leaderId), 'JobCancelled'],
  ])('have exactly one successor when their leader %s', async ([, end, type], { system, model }) => {
    await system.startWorker();
    const { client } = system;
    const { leader, duplicates, request } = await leaderWithDuplicates(client, model, 3);
    await end(request, client, leader.id);
    expect(await lastOf(client, leader.id)).toMatchObject({ __typename: type });
    const successor = await model.nextRequest();
    expect(await statusesOf(client, duplicates)).toEqual(['PROCESSING', 'QUEUED', 'QUEUED']);
    answer(successor);
    for (const { id } of duplicates) expect(await lastOf(client, id)).toMatchObject(completed);
    expect(model.requestCount).toBe(2);
  });

  test('wait also while their leader waits for a retry', async ({ system, model }) => {
    await system.startWorker();
    const { client } = system;
    const { leader, duplicates, request } = await leaderWithDuplicates(client, model, 3);
    request.disconnect();
    answer(await model.nextRequest());
    for (const { id } of [leader, ...duplicates]) expect(await lastOf(client, id)).toMatchObject(completed);
    expect(await readJob(client, leader.id)).toMatchObject({ attempt: 2 });
    expect(model.requestCount).toBe(2);
  });

  test('can be cancelled, moved, and tried again while they wait', async ({ system, model }) => {
    await system.startWorker();
    const { client } = system;
    const { leader, duplicates, request } = await leaderWithDuplicates(client, model, 2);
    const [first = leader, second = leader] = duplicates;
    const move =
      'mutation ($id: ID!) { setJobPriority(input: { jobId: $id, priority: HIGH }) { __typename } }';
    expect((await client.send(move, { id: second.id })).data.setJobPriority).toEqual({
      __typename: 'SetJobPrioritySuccess',
    });
    await cancel(client, first.id);
    expect(await lastOf(client, first.id)).toMatchObject({ __typename: 'JobCancelled' });
    await client.send('mutation ($id: ID!) { retryJob(input: { jobId: $id }) { __typename } }', {
      id: first.id,
    });
    await expect.poll(() => readWait(client, first.id)).toMatchObject({ waitReason: 'DUPLICATE_REQUEST' });
    request.sendText(pieces.slice(4).join(''));
    request.complete();
    for (const { id } of duplicates) expect(await lastOf(client, id)).toMatchObject(completed);
    expect(model.requestCount).toBe(1);
  });

  test('wait during a pause, and complete after it', async ({ system, model }) => {
    await system.startWorker();
    const { client } = system;
    const { leader, duplicates, request } = await leaderWithDuplicates(client, model, 2);
    await client.send('mutation { pauseQueue(input: {}) { __typename } }');
    request.sendText(pieces.slice(4).join(''));
    request.complete();
    expect(await lastOf(client, leader.id)).toMatchObject(completed);
    for (const { id } of duplicates) {
      expect(await readWait(client, id)).toMatchObject({ status: 'QUEUED', waitReason: 'PAUSED' });
    }
    await client.send('mutation { resumeQueue { __typename } }');
    for (const { id } of duplicates) expect(await lastOf(client, id)).toMatchObject(completed);
    expect(model.requestCount).toBe(1);
  });

  test('share the result although they use no cache', async ({ system, model }) => {
    await system.startWorker({ CACHE_TTL_HOURS: '0' });
    const { client } = system;
    const { duplicates, request } = await leaderWithDuplicates(client, model, 2);
    request.sendText(pieces.slice(4).join(''));
    request.complete();
    for (const { id } of duplicates) expect(await lastOf(client, id)).toMatchObject(completed);
    expect(model.requestCount).toBe(1);
  });

  test('whose wake-ups were lost are found by recovery', async ({ system, model, database }) => {
    await system.startWorker();
    const { client } = system;
    const { leader, duplicates, request } = await leaderWithDuplicates(client, model, 2);
    // The leader ends without anybody being told, as when its worker is killed right after the commit.
    const pool = database.pool();
    await pool.query('UPDATE canvas_job SET is_leader = false WHERE status = $1', ['PROCESSING']);
    const successor = await model.nextRequest();
    await cancel(client, leader.id);
    await request.closed;
    answer(successor);
    for (const { id } of duplicates) expect(await lastOf(client, id)).toMatchObject(completed);
    expect(model.requestCount).toBe(2);
  });
});

databaseTest(
  'of many jobs with the same key that are started at once, one alone starts',
  async ({ database }) => {
    const pool = database.pool({ max: 8 });
    const ownerId = await lifecycle.createUser(pool);
    const settings = {
      ...{ maxActivePerUser: 100, maxRetries: 1, cacheTtlHours: 1, cacheScope: 'owner' as const },
      planner: { name: 'sketcher', model: null, version: '1' } as const,
    };
    const input = {
      ...{ ownerId, instruction: 'same', canvasId: null, selection: [], idempotencyKey: null },
      ...{ priority: 'NORMAL' as const, useCache: true },
    };
    for (let index = 0; index < 3; index += 1) await createJob(pool, input, settings);
    const startAll = () =>
      Promise.all(Array.from({ length: 8 }, () => lifecycle.start(pool, lifecycle.workerIds[0] ?? '')));
    const startedIn = (jobs: Awaited<ReturnType<typeof startAll>>) => jobs.flatMap((job) => job ?? []);

    const [leader, ...others] = startedIn(await startAll());
    expect(others).toEqual([]);
    expect(startedIn(await startAll())).toEqual([]);
    const attempt = { jobId: leader?.id ?? '', number: 1 };
    await lifecycle.endAttempt(pool, 'fail', attempt, { delayMs: 0, keep: false });
    const successors = startedIn(await startAll());
    expect(successors).toHaveLength(1);
    // Tried again, the former leader is a duplicate of its successor.
    await lifecycle.retry(pool, ownerId, attempt.jobId);
    expect(startedIn(await startAll())).toEqual([]);
  },
);
