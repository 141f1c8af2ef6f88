import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { describe, expect } from 'vitest';
import { decodeId, encodeId } from '../../../src/api/graphql/ids.ts';
import { insertWorker } from '../../../src/jobs/workers/sql/insertWorker.ts';
import { insertPastJob, insertUser, type PastJob } from '../../support/database/pastJobs.ts';
import { create, until } from '../../support/jobs.ts';
import { type Client, test as systemTest } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

const test = systemTest.extend<{ pool: pg.Pool; list: (filter: object) => Promise<string[]> }>({
  pool: async ({ database }, use) => use(database.pool()),
  list: async ({ system }, use) =>
    use(async (filter) => {
      const { data, errors } = await system.client.send(
        `query ($filter: JobFilter) { jobs(scope: ALL, filter: $filter) {
          totalCount edges { node { instruction } } } }`,
        { filter },
      );
      expect(errors).toBeUndefined();
      const found = data.jobs.edges.map(({ node }: { node: { instruction: string } }) => node.instruction);
      expect(data.jobs.totalCount).toBe(found.length);
      return found.sort();
    }),
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const done = (at: number): Partial<PastJob> => ({
  attempts: [{ began: at + 1, ended: at, outcome: 'SUCCEEDED' }],
  end: { at, status: 'COMPLETED' },
});
const failed = (at: number, code: string): Partial<PastJob> => ({
  attempts: [{ began: at + 1, ended: at, outcome: 'FAILED' }],
  end: { at, status: 'FAILED', code },
});

describe('the list of jobs is filtered', () => {
  test('by state, type, error and user, all of which have to fit', async ({ pool, list }) => {
    const [ann, bob] = [await insertUser(pool, 'ann'), await insertUser(pool, 'bob')];
    await insertPastJob(pool, { owner: ann, instruction: 'a', created: 9, ...failed(8, 'OUTPUT_EMPTY') });
    await insertPastJob(pool, { owner: ann, instruction: 'b', created: 9, ...failed(8, 'WROTE_NONSENSE') });
    await insertPastJob(pool, { owner: bob, instruction: 'c', created: 9, ...failed(8, 'OUTPUT_EMPTY') });
    await insertPastJob(pool, {
      owner: bob,
      instruction: 'd',
      type: 'MODIFY_CANVAS',
      created: 9,
      ...done(8),
    });
    await insertPastJob(pool, { owner: bob, instruction: 'e', created: 9 });
    expect(await list({})).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await list({ status: ['FAILED'] })).toEqual(['a', 'b', 'c']);
    expect(await list({ status: ['QUEUED', 'COMPLETED'] })).toEqual(['d', 'e']);
    expect(await list({ type: ['MODIFY_CANVAS'] })).toEqual(['d']);
    expect(await list({ errorCode: ['OUTPUT_EMPTY'] })).toEqual(['a', 'c']);
    expect(await list({ errorCode: ['UNKNOWN'] })).toEqual(['b']);
    expect(await list({ errorCode: ['OUTPUT_EMPTY', 'UNKNOWN'] })).toEqual(['a', 'b', 'c']);
    expect(await list({ hasError: true })).toEqual(['a', 'b', 'c']);
    expect(await list({ hasError: false })).toEqual(['d', 'e']);
    expect(await list({ userId: encodeId('User', bob) })).toEqual(['c', 'd', 'e']);
    expect(await list({ userId: encodeId('User', bob), errorCode: ['OUTPUT_EMPTY', 'UNKNOWN'] })).toEqual([
      'c',
    ]);
  });

  test('by an error code of another version, which is UNKNOWN', async ({ pool, system }) => {
    const owner = await insertUser(pool, 'ann');
    await insertPastJob(pool, { owner, created: 9, ...failed(8, 'LATER') });
    await insertPastJob(pool, { owner, created: 9, ...failed(8, 'OUTPUT_EMPTY') });
    const { data } = await system.client.send(`{ jobs(scope: ALL, filter: { errorCode: [UNKNOWN] }) {
      nodes { error { code } attempts { error { code } } events { nodes { ... on JobFailed { error { code } } } } }
    } }`);
    const error = { code: 'UNKNOWN' };
    expect(data.jobs.nodes).toEqual([{ error, attempts: [{ error }], events: { nodes: [{}, { error }] } }]);
  });

  test('by when they were accepted and when they were over', async ({ pool, list }) => {
    const ann = await insertUser(pool, 'ann');
    await insertPastJob(pool, { owner: ann, instruction: 'early', created: 100, ...done(50) });
    await insertPastJob(pool, { owner: ann, instruction: 'late', created: 20, ...done(10) });
    await insertPastJob(pool, { owner: ann, instruction: 'waits', created: 100 });
    expect(await list({ createdBefore: minutesAgo(60) })).toEqual(['early', 'waits']);
    expect(await list({ createdAfter: minutesAgo(60) })).toEqual(['late']);
    expect(await list({ finishedAfter: minutesAgo(30) })).toEqual(['late']);
    expect(await list({ finishedBefore: minutesAgo(30) })).toEqual(['early']);
    expect(await list({ finishedWithin: 'LAST_HOUR', finishedBefore: minutesAgo(30) })).toEqual(['early']);
    expect(await list({ finishedWithin: 'LAST_HOUR', createdAfter: minutesAgo(60) })).toEqual(['late']);
    expect(await list({ finishedAfter: minutesAgo(60), finishedBefore: minutesAgo(5) })).toEqual([
      'early',
      'late',
    ]);
  });

  test('by a part of the instruction, literally, in upper or lower case', async ({ pool, list }) => {
    const ann = await insertUser(pool, 'ann');
    const instructions = [
      'Kanban for Ärzte',
      '100% of the plan',
      '100 of the plan',
      'snake_case',
      'snake-case',
      'C:\\temp',
    ];
    for (const instruction of instructions)
      await insertPastJob(pool, { owner: ann, instruction, created: 1 });
    // Without the extension it is only slower.
    for (const statement of ['SELECT 1', 'DROP EXTENSION pg_trgm CASCADE']) {
      await pool.query(statement);
      expect(await list({ text: 'kanBAN' })).toEqual(['Kanban for Ärzte']);
      expect(await list({ text: 'ärzt' })).toEqual(['Kanban for Ärzte']);
      expect(await list({ text: '0%' })).toEqual(['100% of the plan']);
      expect(await list({ text: 'e_c' })).toEqual(['snake_case']);
      expect(await list({ text: ':\\t' })).toEqual(['C:\\temp']);
      expect(await list({ text: '%' })).toEqual(['100% of the plan']);
      for (const text of ['nothing', 'a\0b', '\ud800']) expect(await list({ text })).toEqual([]);
    }
  });
});

describe('the list of jobs', () => {
  test('is read page by page, forwards and backwards, each job once, newest first', async ({
    system,
    pool,
  }) => {
    const ann = await insertUser(pool, 'ann');
    const ids: string[] = [];
    for (let index = 0; index < 25; index += 1)
      ids.unshift(await insertPastJob(pool, { owner: ann, created: 1 }));
    const newestFirst = ids.map((id) => encodeId('CanvasJob', id));
    const page = async (args: string) => {
      const { data } = await system.client.send(
        `{ jobs(scope: ALL, ${args}) { totalCount edges { node { id } }
           pageInfo { hasNextPage endCursor hasPreviousPage startCursor } } }`,
      );
      expect(data.jobs.totalCount).toBe(25);
      return {
        ...data.jobs.pageInfo,
        ids: data.jobs.edges.map(({ node }: { node: { id: string } }) => node.id),
      };
    };
    const seen: string[] = [];
    for (let args = 'first: 10'; args !== ''; ) {
      const { ids: found, hasNextPage, endCursor } = await page(args);
      seen.push(...found);
      args = hasNextPage ? `first: 10, after: "${endCursor}"` : '';
    }
    expect(seen).toEqual(newestFirst);
    const last = await page('last: 10');
    expect(last.ids).toEqual(newestFirst.slice(-10));
    expect((await page(`last: 10, before: "${last.startCursor}"`)).ids).toEqual(newestFirst.slice(5, 15));
  });
});

describe('the state of the queue', () => {
  test('returns the waiting jobs by priority, and how long they wait', async ({ system, pool }) => {
    const ann = await insertUser(pool, 'ann');
    for (const minutes of [10, 5]) await insertPastJob(pool, { owner: ann, created: minutes });
    const urgent = await insertPastJob(pool, { owner: ann, created: 2 });
    const later = await insertPastJob(pool, { owner: ann, created: 99 });
    await pool.query("UPDATE canvas_job SET priority = 'URGENT' WHERE id = $1", [urgent]);
    await pool.query("UPDATE canvas_job SET next_attempt_at = now() + interval '1 hour' WHERE id = $1", [
      later,
    ]);
    const { data } = await system.client.send(`{ queueHealth {
      waiting waitingForRetry processing cancelling oldestWaitMs capacity listening control { paused }
      workers { id } depth { priority waiting waitingForRetry oldestWaitMs } } }`);
    const { queueHealth } = data;
    expect(queueHealth).toMatchObject({
      waiting: 3,
      waitingForRetry: 1,
      processing: 0,
      cancelling: 0,
      capacity: 0,
      listening: true,
      control: { paused: false },
      workers: [],
    });
    expect(queueHealth.depth).toMatchObject([
      { priority: 'URGENT', waiting: 1, waitingForRetry: 0 },
      { priority: 'HIGH', waiting: 0, waitingForRetry: 0, oldestWaitMs: null },
      { priority: 'NORMAL', waiting: 2, waitingForRetry: 1 },
      { priority: 'LOW', waiting: 0, waitingForRetry: 0, oldestWaitMs: null },
    ]);
    const minutes = (ms: number) => Math.floor(ms / 60_000);
    expect(minutes(queueHealth.oldestWaitMs)).toBe(10);
    expect(queueHealth.depth.map((depth: { oldestWaitMs: number }) => minutes(depth.oldestWaitMs))).toEqual([
      2, 0, 10, 0,
    ]);
  });

  test('returns the live workers and their running jobs, and stopped ones on request', async ({
    system,
    model,
  }) => {
    const worker = await system.startWorker({ MAX_CONCURRENT_JOBS: '2' });
    const { id } = await create(system.client, { instruction: 'a flow' });
    await until(system.client, id, 'JobStarted');
    await model.nextRequest();
    const document = `query ($gone: Boolean) { workers(gone: $gone) {
      id alive pid maxConcurrent stoppedAt lost running { number job { id instruction } } }
      queueHealth { capacity processing workers { running { workerId worker { id host } } } } }`;
    const { data } = await system.client.send(document);
    expect(data.workers).toMatchObject([
      {
        alive: true,
        pid: process.pid,
        maxConcurrent: 2,
        stoppedAt: null,
        running: [{ number: 1, job: { id } }],
      },
    ]);
    expect(data.queueHealth).toMatchObject({
      capacity: 2,
      processing: 1,
      workers: [{ running: [{ workerId: data.workers[0].id, worker: { id: data.workers[0].id } }] }],
    });
    await worker.stop();
    expect((await system.client.send(document)).data.workers).toEqual([]);
    const gone = await system.client.send(document, { gone: true });
    expect(gone.data.workers).toMatchObject([
      { alive: false, stoppedAt: expect.any(String), lost: false, running: [] },
    ]);
  });

  test('tells a lost worker from one that stopped', async ({ system, pool }) => {
    await insertWorker(pool, { id: uuid(), poolId: 'pool-x', host: 'east', pid: 1, maxConcurrent: 1 });
    await pool.query("UPDATE worker SET heartbeat_at = now() - interval '1 minute'");
    await expect
      .poll(
        async () =>
          (await system.client.send('{ workers(gone: true) { host lost stoppedAt } }')).data.workers,
      )
      .toEqual([{ host: 'east', lost: true, stoppedAt: expect.any(String) }]);
  });

  test('returns what the provider sent, to operators only, without the key', async ({ system, model }) => {
    const worker = await system.startWorker({
      OPENAI_API_KEY: 'sk-test-1234567890abcdef',
      MAX_JOB_RETRIES: '0',
    });
    const { id } = await create(system.client, { instruction: 'a flow', useCache: false });
    (await model.nextRequest()).refuse(400, {}, { message: 'bad key sk-test-1234567890abcdef for model m' });
    await until(system.client, id, 'JobFailed');
    const { data } = await system.client.send(
      'query ($id: ID!) { job(id: $id) { attempts { errorDetail } } }',
      { id },
    );
    expect(data.job.attempts).toEqual([{ errorDetail: expect.stringContaining('[API key] for model m') }]);
    await worker.stop();
  });
});

test('failed jobs are grouped by error code, with the one that failed last', async ({ system, pool }) => {
  const [ann, bob] = [await insertUser(pool, 'ann'), await insertUser(pool, 'bob')];
  const insert = (owner: string, instruction: string, at: number, code: string) =>
    insertPastJob(pool, { owner, instruction, created: at + 2, ...failed(at, code) });
  await insert(ann, 'first', 30, 'OUTPUT_EMPTY');
  await insert(bob, 'last', 10, 'OUTPUT_EMPTY');
  await insert(bob, 'later version', 20, 'LATER');
  await insert(bob, 'earlier version', 25, 'EARLIER');
  await insert(bob, 'denied', 5, 'PROVIDER_DENIED');
  await insert(ann, 'too old', 61, 'PROVIDER_DENIED');
  await insertPastJob(pool, { owner: ann, created: 9, ...done(8) });
  const { data, errors } = await system.client.send(
    '{ failureGroups(window: LAST_HOUR) { code count lastFailedAt latestJob { instruction finishedAt } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.failureGroups).toMatchObject([
    { code: 'OUTPUT_EMPTY', count: 2, latestJob: { instruction: 'last' } },
    { code: 'UNKNOWN', count: 2, latestJob: { instruction: 'later version' } },
    { code: 'PROVIDER_DENIED', count: 1, latestJob: { instruction: 'denied' } },
  ]);
  for (const { lastFailedAt, latestJob } of data.failureGroups)
    expect(lastFailedAt).toBe(latestJob.finishedAt);
});

test('a filter with an id of another kind is refused, with the field that is wrong', async ({ system }) => {
  const { client } = system;
  const { data } = await client.send('{ viewer { id } }');
  for (const [list, filter, field] of [
    ['jobs', 'JobFilter', 'canvasId'],
    ['jobs', 'JobFilter', 'userId'],
    ['canvases', 'CanvasFilter', 'userId'],
  ] as const) {
    const search = `query ($filter: ${filter}) { ${list}(filter: $filter) { totalCount } }`;
    const id = field === 'canvasId' ? data.viewer.id : 'nonsense';
    const { errors } = await client.send(search, { filter: { [field]: id } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['filter', field], code: 'INVALID_ID' }],
    });
  }
});

describe('with authentication', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('statistics show users their own jobs, and queue and workers are for operators', async ({
    system,
  }) => {
    const [ann, bob, operator] = [
      await clientOf(system, 'ann'),
      await clientOf(system, 'bob'),
      await clientOf(system, 'olga', 'ops'),
    ];
    await create(ann, { instruction: 'the word zebra' });
    const created = async (client: Client) =>
      (await client.send('{ jobStats { created byStatus { status count } } }')).data.jobStats.created;
    expect([await created(ann), await created(bob), await created(operator)]).toEqual([1, 0, 1]);
    for (const query of ['{ queueHealth { waiting } }', '{ workers { id } }', '{ queueHistory { from } }']) {
      expect((await ann.send(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await operator.send(query)).errors).toBeUndefined();
    }
    // A filter narrows what one may see, and never widens it.
    const { data: who } = await ann.send('{ viewer { id } }');
    for (const filter of [{ userId: who.viewer.id }, { text: 'zebra' }]) {
      const search = 'query ($filter: JobFilter) { jobs(filter: $filter) { totalCount } }';
      expect((await ann.send(search, { filter })).data.jobs.totalCount).toBe(1);
      expect((await bob.send(search, { filter })).data.jobs.totalCount).toBe(0);
    }
  });

  test('failures are those of the viewer, for operators those of everyone', async ({ system, pool }) => {
    const codesOf = async (client: Client) => {
      const { data } = await client.send('{ failureGroups { code } }');
      return data.failureGroups.map(({ code }: { code: string }) => code);
    };
    const users = { ann: await clientOf(system, 'ann'), bob: await clientOf(system, 'bob') };
    for (const [client, code] of [
      [users.ann, 'OUTPUT_EMPTY'],
      [users.bob, 'OUTPUT_INVALID'],
    ] as const) {
      const { data } = await client.send('{ viewer { id } }');
      const owner = decodeId('User', data.viewer.id) ?? '';
      await insertPastJob(pool, { owner, created: 3, ...failed(2, code) });
    }
    expect(await codesOf(users.ann)).toEqual(['OUTPUT_EMPTY']);
    expect(await codesOf(users.bob)).toEqual(['OUTPUT_INVALID']);
    expect(await codesOf(await clientOf(system, 'olga', 'ops'))).toEqual(['OUTPUT_EMPTY', 'OUTPUT_INVALID']);
  });

  test('everyone sees the reason of a pause, and operators who gave it', async ({ system }) => {
    const [ann, operator] = [await clientOf(system, 'ann'), await clientOf(system, 'olga', 'ops')];
    await operator.send('mutation { pauseQueue(input: { reason: "Maintenance" }) { __typename } }');
    const control = '{ queueControl { reason pausedBy { name } } }';
    expect((await operator.send(control)).data.queueControl).toEqual({
      reason: 'Maintenance',
      pausedBy: { name: 'olga' },
    });
    expect((await ann.send('{ queueControl { reason } }')).data.queueControl).toEqual({
      reason: 'Maintenance',
    });
    expect((await ann.send(control)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
