import { describe, expect } from 'vitest';
import { decodeId, encodeId } from '../../../src/api/graphql/ids.ts';
import { insertPastJob } from '../../support/database/pastJobs.ts';
import { create } from '../../support/jobs.ts';
import { type Client, test } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

const createDocument = `mutation ($jobs: [CreateCanvasJobInput!]!) {
  createCanvasJobs(input: { jobs: $jobs }) {
    __typename
    ... on CreateCanvasJobsSuccess {
      results {
        __typename
        ... on CreateCanvasJobSuccess { replayed job { id instruction status } }
        ... on InputValidationError { fields { path code } }
        ... on QuotaExceededError { active limit }
      }
    }
    ... on InputValidationError { fields { path code } }
  }
}`;

const retryDocument = `mutation ($input: RetryJobsInput!) {
  retryJobs(input: $input) {
    __typename
    ... on RetryJobsSuccess {
      jobIds remainingCount
      results {
        __typename
        ... on RetryJobSuccess { job { id status } }
        ... on JobStateError { status }
        ... on QuotaExceededError { active limit }
      }
    }
    ... on InputValidationError { fields { path code } }
  }
}`;

const cancelDocument = `mutation ($input: CancelJobsInput!) {
  cancelJobs(input: $input) {
    __typename
    ... on CancelJobsSuccess {
      jobIds remainingCount
      results {
        __typename
        ... on CancelJobSuccess { job { id status } }
        ... on JobStateError { status }
      }
    }
    ... on InputValidationError { fields { path code } }
  }
}`;

type Input = { instruction: string } & Record<string, unknown>;

async function createBatch(client: Client, jobs: Input[]) {
  const { data, errors } = await client.send(createDocument, { jobs });
  expect(errors).toBeUndefined();
  return data.createCanvasJobs;
}

async function retryBatch(client: Client, input: Record<string, unknown>) {
  const { data, errors } = await client.send(retryDocument, { input });
  expect(errors).toBeUndefined();
  return data.retryJobs;
}

async function cancelBatch(client: Client, input: Record<string, unknown>) {
  const { data, errors } = await client.send(cancelDocument, { input });
  expect(errors).toBeUndefined();
  return data.cancelJobs;
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ instruction: `job ${index}` }));

async function cancelAll(client: Client, ids: string[]) {
  for (const id of ids) {
    await client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', { id });
  }
}

/** Jobs that were cancelled while they waited, oldest first. */
async function createCancelled(client: Client, count: number): Promise<string[]> {
  const { results } = await createBatch(client, numbered(count));
  const ids = results.map((result: { job: { id: string } }) => result.job.id);
  await cancelAll(client, ids);
  return ids;
}

describe('createCanvasJobs', () => {
  test.override({ env: { MAX_ACTIVE_JOBS_PER_USER: '20' } });

  test('gives one result for each request in their order; a refused one does not affect the others', async ({
    system: { client },
  }) => {
    const { __typename, results } = await createBatch(client, [
      { instruction: 'first' },
      { instruction: ' ' },
      { instruction: 'third', canvasId: 'nonsense' },
      { instruction: 'fourth', priority: 'HIGH' },
    ]);
    expect(__typename).toBe('CreateCanvasJobsSuccess');
    expect(results).toMatchObject([
      { __typename: 'CreateCanvasJobSuccess', replayed: false, job: { instruction: 'first' } },
      { __typename: 'InputValidationError', fields: [{ path: ['instruction'], code: 'EMPTY' }] },
      { __typename: 'NotFoundError' },
      { __typename: 'CreateCanvasJobSuccess', job: { instruction: 'fourth', status: 'QUEUED' } },
    ]);
    const { data } = await client.send('{ jobs { nodes { instruction } } }');
    expect(data.jobs.nodes).toEqual([{ instruction: 'fourth' }, { instruction: 'first' }]);
  });

  test('counts each job against the quota: the 21st of 20 is refused', async ({ system: { client } }) => {
    const { results } = await createBatch(client, numbered(22));
    expect(results.map((result: { __typename: string }) => result.__typename)).toEqual([
      ...Array(20).fill('CreateCanvasJobSuccess'),
      ...Array(2).fill('QuotaExceededError'),
    ]);
    expect(results[20]).toMatchObject({ active: 20, limit: 20 });
  });

  test('recognises an idempotency key that occurs twice, also in an earlier batch', async ({
    system: { client },
  }) => {
    const request = { instruction: 'a flow', idempotencyKey: 'once' };
    const { results } = await createBatch(client, [
      request,
      request,
      { ...request, instruction: 'another flow' },
    ]);
    expect(results).toMatchObject([
      { replayed: false },
      { replayed: true, job: { id: results[0].job.id } },
      { __typename: 'IdempotencyConflictError' },
    ]);
    const again = await createBatch(client, [request]);
    expect(again.results).toMatchObject([{ replayed: true, job: { id: results[0].job.id } }]);
  });

  test.for([
    ['TOO_FEW', 0],
    ['TOO_MANY', 101],
  ] as const)('refuses with %s a batch of %i', async ([code, count], { shared: { system } }) => {
    expect(await createBatch(system.client, numbered(count))).toEqual({
      __typename: 'InputValidationError',
      fields: [{ path: ['jobs'], code }],
    });
  });

  test('costs as much as its jobs', async ({ system: { client } }) => {
    const costOf = async (count: number) => {
      const answer = await client.send(createDocument, { jobs: numbered(count) });
      const { cost } = (answer as { extensions?: { cost: { requested: number } } }).extensions ?? {};
      return cost?.requested ?? 0;
    };
    expect(await costOf(10)).toBe(10 * (await costOf(1)));
  });
});

describe('retryJobs', () => {
  test.override({ env: { MAX_ACTIVE_JOBS_PER_USER: '150' } });

  test('gives one result for each id in their order', async ({ system: { client } }) => {
    const [first = '', second = ''] = await createCancelled(client, 2);
    const waiting = await create(client, { instruction: 'waits' });
    const jobIds = [second, waiting.id, 'nonsense', first, first];
    expect(await retryBatch(client, { jobIds })).toEqual({
      __typename: 'RetryJobsSuccess',
      jobIds,
      remainingCount: 0,
      results: [
        { __typename: 'RetryJobSuccess', job: { id: second, status: 'QUEUED' } },
        { __typename: 'JobStateError', status: 'QUEUED' },
        { __typename: 'NotFoundError' },
        { __typename: 'RetryJobSuccess', job: { id: first, status: 'QUEUED' } },
        { __typename: 'JobStateError', status: 'QUEUED' },
      ],
    });
  });

  test('retries up to 100 matching jobs, oldest first, and returns how many are left', async ({
    system: { client },
  }) => {
    const ids = [...(await createCancelled(client, 60)), ...(await createCancelled(client, 43))];
    const input = { filter: { status: ['CANCELLED', 'QUEUED'] } };
    const { results, jobIds, remainingCount } = await retryBatch(client, input);
    expect(jobIds).toEqual(ids.slice(0, 100));
    expect(results).toHaveLength(100);
    expect(remainingCount).toBe(3);
    expect((await retryBatch(client, input)).jobIds).toEqual(ids.slice(100));
    expect(await retryBatch(client, input)).toMatchObject({ jobIds: [], results: [], remainingCount: 0 });
  });

  test('leaves out jobs that cannot be retried', async ({ system: { client } }) => {
    const { id, canvasId } = await create(client, { instruction: 'on a canvas that is deleted' });
    await client.send('mutation ($id: ID!) { deleteCanvas(input: { canvasId: $id }) { __typename } }', {
      id: canvasId,
    });
    const [other] = await createCancelled(client, 1);
    expect((await retryBatch(client, { filter: {} })).jobIds).toEqual([other]);
    expect((await retryBatch(client, { jobIds: [id] })).results).toMatchObject([
      { __typename: 'JobStateError' },
    ]);
  });

  test.for([
    [{}, 'filter', 'REQUIRED'],
    [{ filter: {}, jobIds: ['x'] }, 'filter', 'MISMATCH'],
    [{ jobIds: [] }, 'jobIds', 'TOO_FEW'],
    [{ jobIds: Array(101).fill('x') }, 'jobIds', 'TOO_MANY'],
    [{ filter: {}, first: 0 }, 'first', 'OUT_OF_RANGE'],
    [{ filter: {}, first: 101 }, 'first', 'OUT_OF_RANGE'],
  ] as const)('refuses %j', async ([input, field, code], { shared: { system } }) => {
    expect(await retryBatch(system.client, input)).toEqual({
      __typename: 'InputValidationError',
      fields: [{ path: [field], code }],
    });
  });
});

describe('cancelJobs', () => {
  test.override({ env: { MAX_ACTIVE_JOBS_PER_USER: '150' } });

  test('gives one result for each id in their order', async ({ database, system: { client } }) => {
    const owner = (await client.send('{ viewer { id } }')).data.viewer.id;
    const [cancelled = ''] = await createCancelled(client, 1);
    const waiting = await create(client, { instruction: 'waits' });
    const ended = await insertPastJob(database.pool(), {
      owner: decodeId('User', owner) ?? '',
      created: 2,
      end: { at: 1, status: 'COMPLETED' },
    });
    const jobIds = [waiting.id, encodeId('CanvasJob', ended), 'nonsense', cancelled];
    expect(await cancelBatch(client, { jobIds })).toEqual({
      __typename: 'CancelJobsSuccess',
      jobIds,
      remainingCount: 0,
      results: [
        { __typename: 'CancelJobSuccess', job: { id: waiting.id, status: 'CANCELLED' } },
        { __typename: 'JobStateError', status: 'COMPLETED' },
        { __typename: 'NotFoundError' },
        { __typename: 'CancelJobSuccess', job: { id: cancelled, status: 'CANCELLED' } },
      ],
    });
  });

  test('cancels the oldest jobs that match and are not finished, and returns how many are left', async ({
    system: { client },
  }) => {
    await createCancelled(client, 2);
    const { results } = await createBatch(client, numbered(5));
    const ids = results.map((result: { job: { id: string } }) => result.job.id);
    const input = { filter: { text: 'job' }, first: 3 };
    expect(await cancelBatch(client, input)).toMatchObject({ jobIds: ids.slice(0, 3), remainingCount: 2 });
    expect(await cancelBatch(client, input)).toMatchObject({ jobIds: ids.slice(3), remainingCount: 0 });
    expect(await cancelBatch(client, input)).toMatchObject({ jobIds: [], results: [] });
  });

  test.for([
    [{}, 'filter', 'REQUIRED'],
    [{ filter: {}, jobIds: ['x'] }, 'filter', 'MISMATCH'],
    [{ jobIds: Array(101).fill('x') }, 'jobIds', 'TOO_MANY'],
    [{ filter: {}, first: 101 }, 'first', 'OUT_OF_RANGE'],
  ] as const)('refuses %j', async ([input, field, code], { shared: { system } }) => {
    expect(await cancelBatch(system.client, input)).toEqual({
      __typename: 'InputValidationError',
      fields: [{ path: [field], code }],
    });
  });
});

describe('with users, cancelJobs', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test("cancels the viewer's jobs only, unless an operator asks for everyone's", async ({ system }) => {
    const [someone, other, operator] = await Promise.all([
      clientOf(system, 'someone'),
      clientOf(system, 'other'),
      clientOf(system, 'operator', 'ops'),
    ]);
    const { results } = await createBatch(someone, numbered(2));
    const theirs = results.map((result: { job: { id: string } }) => result.job.id);
    expect((await cancelBatch(other, { filter: {} })).jobIds).toEqual([]);
    expect((await cancelBatch(other, { jobIds: theirs })).results).toMatchObject([
      { __typename: 'NotFoundError' },
      { __typename: 'NotFoundError' },
    ]);
    const refused = await other.send(cancelDocument, { input: { filter: {}, scope: 'ALL' } });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await cancelBatch(operator, { filter: {} })).jobIds).toEqual([]);
    expect((await cancelBatch(operator, { filter: {}, scope: 'ALL' })).jobIds).toEqual(theirs);
  });
});

describe('with users, retryJobs with a filter', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test("retries the viewer's jobs only, unless an operator asks for everyone's", async ({ system }) => {
    const [someone, other, operator] = await Promise.all([
      clientOf(system, 'someone'),
      clientOf(system, 'other'),
      clientOf(system, 'operator', 'ops'),
    ]);
    const theirs = await createCancelled(someone, 2);
    expect((await retryBatch(other, { filter: {} })).jobIds).toEqual([]);
    expect((await retryBatch(other, { jobIds: theirs })).results).toMatchObject([
      { __typename: 'NotFoundError' },
      { __typename: 'NotFoundError' },
    ]);
    const refused = await other.send(retryDocument, { input: { filter: {}, scope: 'ALL' } });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await retryBatch(operator, { filter: {} })).jobIds).toEqual([]);
    const { results } = await retryBatch(operator, { filter: {}, scope: 'ALL' });
    expect(results).toMatchObject(theirs.map((id) => ({ job: { id } })));
  });
});

describe('with a limit of mutations, a batch', () => {
  test.override({ env: { JWT_SECRET: secret, MAX_MUTATIONS_PER_MINUTE: '10' } });

  test('counts as one mutation for each element', async ({ system }) => {
    const client = await clientOf(system, 'someone');
    expect((await createBatch(client, numbered(8))).results).toHaveLength(8);
    const { errors } = await client.send(createDocument, { jobs: numbered(3) });
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: { name: 'mutations' } } }]);
    expect((await createBatch(client, numbered(2))).results).toHaveLength(2);
  });

  test('of cancellations counts as one mutation for each job', async ({ system }) => {
    const client = await clientOf(system, 'someone');
    const { errors } = await client.send(cancelDocument, { input: { jobIds: Array(11).fill('x') } });
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: { name: 'mutations' } } }]);
    expect((await cancelBatch(client, { jobIds: Array(10).fill('x') })).results).toHaveLength(10);
  });

  test.for([{ jobIds: Array(11).fill('x') }, { filter: {}, first: 11 }, { filter: {} }])(
    'is refused before it runs when it is larger: %j',
    async (input, { system }) => {
      const client = await clientOf(system, 'someone');
      const { errors } = await client.send(retryDocument, { input });
      expect(errors).toMatchObject([
        { extensions: { code: 'LIMIT_EXCEEDED', limit: { name: 'mutations' } } },
      ]);
      expect((await retryBatch(client, { filter: {}, first: 10 })).results).toEqual([]);
    },
  );
});
