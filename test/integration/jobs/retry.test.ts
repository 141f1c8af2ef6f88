import { describe, expect } from 'vitest';
import { create, history, readJob, sequencesOf, typesOf, until, upTo } from '../../support/jobs.ts';
import type { ModelRequest } from '../../support/model/modelServer.ts';
import { flowPlan, piecesOf, sendPlan } from '../../support/model/plans.ts';
import { type Client, test } from '../../support/system.ts';

function succeed(request: ModelRequest) {
  sendPlan(request, flowPlan(3));
}

async function retry(client: Client, jobId: string) {
  const { data } = await client.send(
    `mutation ($id: ID!) { retryJob(input: { jobId: $id }) {
      __typename ... on RetryJobSuccess { job { status attempt maxAttempts } } ... on JobStateError { status }
    } }`,
    { id: jobId },
  );
  return data.retryJob;
}

/** Whether a retry is offered, and what comes of asking for one. */
async function offered(client: Client, jobId: string) {
  const { data } = await client.send('query ($id: ID!) { job(id: $id) { canRetry } }', { id: jobId });
  return data.job.canRetry;
}

describe('canRetry matches what retryJob accepts', () => {
  test('for jobs that wait, were cancelled, and are on a deleted canvas', async ({ system }) => {
    const { client } = system;
    const { id, canvasId } = await create(client, { instruction: 'not now' });
    expect(await offered(client, id)).toBe(false);
    expect(await retry(client, id)).toMatchObject({ __typename: 'JobStateError' });
    const cancelJob = `mutation ($input: CancelJobInput!) { cancelJob(input: $input) { __typename } }`;
    await client.send(cancelJob, { input: { jobId: id } });
    expect(await offered(client, id)).toBe(true);
    const deleteCanvas = `mutation ($id: ID!) { deleteCanvas(input: { canvasId: $id }) { __typename } }`;
    await client.send(deleteCanvas, { id: canvasId });
    expect(await offered(client, id)).toBe(false);
    expect(await retry(client, id)).toMatchObject({ __typename: 'JobStateError' });
    const restoreCanvas = `mutation ($id: ID!) { restoreCanvas(input: { canvasId: $id }) { __typename } }`;
    await client.send(restoreCanvas, { id: canvasId });
    expect(await offered(client, id)).toBe(true);
    expect(await retry(client, id)).toMatchObject({ __typename: 'RetryJobSuccess' });
  });

  test('for a failed job, and for a cancelled one with a partial result', async ({ system, model }) => {
    const { client } = system;
    await system.startWorker();
    const failed = await create(client, { instruction: 'impossible' });
    (await model.nextRequest()).refuse(400);
    await history(client, failed.id);
    expect(await offered(client, failed.id)).toBe(true);
    const kept = await create(client, { instruction: 'enough' });
    const request = await model.nextRequest();
    request.sendText(piecesOf(flowPlan(9)).slice(0, 4).join(''));
    await until(client, kept.id, 'ObjectsGenerated');
    const cancelJob = `mutation ($input: CancelJobInput!) { cancelJob(input: $input) { __typename } }`;
    await client.send(cancelJob, { input: { jobId: kept.id, keepPartial: true } });
    expect((await history(client, kept.id)).at(-1)).toMatchObject({ keptPartial: true });
    expect(await offered(client, kept.id)).toBe(false);
    expect(await retry(client, kept.id)).toMatchObject({ __typename: 'JobStateError' });
  });
});

describe('a temporary failure', () => {
  const failures: Record<string, [code: string, fail: (request: ModelRequest) => void]> = {
    'a rate limit': ['PROVIDER_RATE_LIMITED', (request) => request.refuse(429, { 'retry-after-ms': '5' })],
    'a failing server': ['PROVIDER_UNAVAILABLE', (request) => request.refuse(503)],
    'a broken connection': ['PROVIDER_UNREACHABLE', (request) => request.disconnect()],
    'an answer that breaks off': [
      'OUTPUT_TRUNCATED',
      (request) => {
        request.sendText(piecesOf(flowPlan(9)).slice(0, 3).join(''));
        request.complete();
      },
    ],
    'an answer that is not a plan': [
      'OUTPUT_INVALID',
      (request) => {
        request.sendText('I would rather not.');
        request.complete();
      },
    ],
    'an empty plan': [
      'OUTPUT_EMPTY',
      (request) => {
        request.sendText('{"title":"","layout":"flow","direction":null,"objects":[]}');
        request.complete();
      },
    ],
  };
  for (const [name, [code, fail]] of Object.entries(failures)) {
    test(`${name} is retried, and recorded in the history`, async ({ system, model }) => {
      await system.startWorker();
      const { id } = await create(system.client, { instruction: name });
      fail(await model.nextRequest());
      // What is no plan is sent back once, within the attempt.
      if (code === 'OUTPUT_INVALID') fail(await model.nextRequest());
      succeed(await model.nextRequest());
      const events = await history(system.client, id);
      expect(sequencesOf(events)).toEqual(upTo(events.length));
      expect(typesOf(events).filter((type) => type === 'JobStarted')).toHaveLength(2);
      const job = await readJob(system.client, id);
      expect(job).toMatchObject({ status: 'COMPLETED', attempt: 2, error: null });
      expect(job.attempts).toMatchObject([
        { number: 1, outcome: 'FAILED', error: { code }, retryDelayMs: expect.any(Number) },
        { number: 2, outcome: 'COMPLETED', error: null, retryDelayMs: null },
      ]);
      const { startedAt, finishedAt } = job.attempts[1];
      expect(job.runTimeMs).toBe(Date.parse(finishedAt) - Date.parse(startedAt));
    });
  }

  test('ends after as many retries as are allowed', async ({ system, model }) => {
    await system.startWorker({ MAX_JOB_RETRIES: '2' });
    model.respondToAll((request) => request.refuse(500));
    const { id } = await create(system.client, { instruction: 'hopeless' });
    await history(system.client, id);
    // The API's own limit of 3 retries was written down when the job was accepted.
    expect(await readJob(system.client, id)).toMatchObject({
      status: 'FAILED',
      attempt: 4,
      error: { code: 'PROVIDER_UNAVAILABLE', retryable: true },
    });
    expect(model.requestCount).toBe(4);
  });
});

describe('the provider asks to wait', () => {
  test('for longer than the schedule, which is honoured', async ({ system, model }) => {
    await system.startWorker();
    const { id } = await create(system.client, { instruction: 'a slow flow' });
    (await model.nextRequest()).refuse(429, { 'retry-after': '90' });
    await until(system.client, id, 'JobRetryScheduled');
    const job = await readJob(system.client, id);
    expect(job).toMatchObject({ status: 'QUEUED', phase: 'QUEUED', queuePosition: null });
    expect(job.attempts[0].retryDelayMs).toBe(90_000);
    expect(Date.parse(job.nextAttemptAt) - Date.parse(job.attempts[0].finishedAt)).toBeCloseTo(90_000, -3);
  });
});

test('a job that waits for a retry has no preview of the attempt before', async ({ system, model }) => {
  await system.startWorker({ RETRY_FIRST_DELAY_MS: '90000' });
  const { id } = await create(system.client, { instruction: 'halfway' });
  const request = await model.nextRequest();
  request.sendText(piecesOf(flowPlan(9)).slice(0, 3).join(''));
  await until(system.client, id, 'ObjectsGenerated');
  request.disconnect();
  await until(system.client, id, 'JobRetryScheduled');
  expect(await readJob(system.client, id)).toMatchObject({ status: 'QUEUED', progress: 0, objectCount: 0 });
});

describe('retryJob for a job that waits for its next attempt', () => {
  const error = { code: 'PROVIDER_UNAVAILABLE' };

  test('starts the attempt at once, without another count of attempts', async ({ system, model }) => {
    const { client } = system;
    await system.startWorker({ RETRY_FIRST_DELAY_MS: '480000' });
    const { id } = await create(client, { instruction: 'not in eight minutes' });
    (await model.nextRequest()).refuse(503);
    await until(client, id, 'JobRetryScheduled');
    expect(await offered(client, id)).toBe(true);
    expect(await retry(client, id)).toMatchObject({ job: { attempt: expect.any(Number), maxAttempts: 4 } });
    succeed(await model.nextRequest());
    const events = await history(client, id);
    expect(sequencesOf(events)).toEqual(upTo(events.length));
    const [scheduled, requested] = events.filter(({ __typename }) => __typename === 'JobRetryScheduled');
    expect(scheduled).toMatchObject({ requested: false, error });
    expect(requested).toMatchObject({ requested: true, error });
    expect(typesOf(events).filter((type) => type === 'JobQueued')).toHaveLength(1);
    expect(await readJob(client, id)).toMatchObject({ status: 'COMPLETED', attempt: 2, maxAttempts: 4 });
    expect(await retry(client, id)).toEqual({ __typename: 'JobStateError', status: 'COMPLETED' });
  });

  test('is done once for several requests, and refused while the attempt runs', async ({ system, model }) => {
    const { client } = system;
    await system.startWorker({ RETRY_FIRST_DELAY_MS: '480000' });
    const { id } = await create(client, { instruction: 'impatient' });
    (await model.nextRequest()).refuse(503);
    await until(client, id, 'JobRetryScheduled');
    await client.send('mutation { pauseQueue(input: {}) { __typename } }');
    const answers = await Promise.all([1, 2, 3].map(() => retry(client, id)));
    for (const answer of answers) expect(answer).toMatchObject({ job: { status: 'QUEUED', attempt: 1 } });
    await client.send('mutation { resumeQueue { __typename } }');
    const request = await model.nextRequest();
    expect(await retry(client, id)).toEqual({ __typename: 'JobStateError', status: 'PROCESSING' });
    succeed(request);
    const types = typesOf(await history(client, id));
    expect(types.filter((type) => type === 'JobRetryScheduled')).toHaveLength(2);
    expect(types.filter((type) => type === 'JobStarted')).toHaveLength(2);
  });

  test('is done by retryJobs for all that match a filter, each once', async ({ system, model }) => {
    const { client } = system;
    await system.startWorker({ RETRY_FIRST_DELAY_MS: '480000' });
    for (const instruction of ['one', 'two']) {
      const { id } = await create(client, { instruction });
      (await model.nextRequest()).refuse(503);
      await until(client, id, 'JobRetryScheduled');
    }
    await client.send('mutation { pauseQueue(input: {}) { __typename } }');
    const waiting = await create(client, { instruction: 'three' });
    const retryAll = async () => {
      const { data } = await client.send(`mutation {
        retryJobs(input: { scope: ALL, filter: { status: [QUEUED] } }) {
          ... on RetryJobsSuccess { jobIds remainingCount results { __typename } }
        } }`);
      return data.retryJobs;
    };
    const done = { __typename: 'RetryJobSuccess' };
    expect(await retryAll()).toMatchObject({ remainingCount: 0, results: [done, done] });
    expect(await retryAll()).toEqual({ remainingCount: 0, jobIds: [], results: [] });
    expect(await retry(client, waiting.id)).toEqual({ __typename: 'JobStateError', status: 'QUEUED' });
  });
});

describe('a permanent failure', () => {
  const failures: Record<string, [code: string, fail: (request: ModelRequest) => void]> = {
    'a key that is not accepted': ['PROVIDER_DENIED', (request) => request.refuse(401)],
    'a bad request': ['PROVIDER_BAD_REQUEST', (request) => request.refuse(400)],
    'a quota that is used up': [
      'PROVIDER_QUOTA_EXHAUSTED',
      (request) => request.refuse(429, {}, { code: 'insufficient_quota' }),
    ],
    'a content filter': ['CONTENT_FILTERED', (request) => request.truncate('content_filter')],
  };
  for (const [name, [code, fail]] of Object.entries(failures)) {
    test(`${name} fails the job at once`, async ({ system, model }) => {
      await system.startWorker();
      const { id } = await create(system.client, { instruction: name });
      fail(await model.nextRequest());
      expect((await history(system.client, id)).at(-1)).toMatchObject({
        __typename: 'JobFailed',
        error: { code },
      });
      expect(await readJob(system.client, id)).toMatchObject({
        status: 'FAILED',
        attempt: 1,
        error: { retryable: false },
      });
    });
  }
});

describe('retryJob', () => {
  test('continues the same log, and subscriptions follow it to its new end', async ({ system, model }) => {
    await system.startWorker();
    const { id } = await create(system.client, { instruction: 'again' });
    (await model.nextRequest()).refuse(401);
    const before = await history(system.client, id);

    // The worker may have started it before the answer is read.
    const { job } = await retry(system.client, id);
    expect([
      ['QUEUED', 1],
      ['PROCESSING', 2],
    ]).toContainEqual([job.status, job.attempt]);
    expect(job.maxAttempts).toBe(5);
    succeed(await model.nextRequest());
    const events = await history(system.client, id);
    expect(events.slice(0, before.length)).toEqual(before);
    expect(sequencesOf(events)).toEqual(upTo(events.length));
    expect(events.at(-1)?.__typename).toBe('JobCompleted');
    expect(await readJob(system.client, id)).toMatchObject({ status: 'COMPLETED', attempt: 2, error: null });
    expect(await retry(system.client, id)).toEqual({ __typename: 'JobStateError', status: 'COMPLETED' });
  });

  test('retries a job that was cancelled before it started, any number of times', async ({ system }) => {
    const { id } = await create(system.client, { instruction: 'undecided' });
    const cancel = 'mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }';
    for (const _round of [1, 2, 3]) {
      expect(await retry(system.client, id)).toEqual({ __typename: 'JobStateError', status: 'QUEUED' });
      await system.client.send(cancel, { id });
      expect(await retry(system.client, id)).toMatchObject({
        __typename: 'RetryJobSuccess',
        job: { status: 'QUEUED' },
      });
    }
    expect(await readJob(system.client, id)).toMatchObject({ status: 'QUEUED', queuePosition: 1 });
  });
});
