import { describe, expect } from 'vitest';
import { WebSocket } from 'ws';
import { change } from '../../support/canvases.ts';
import { create, progressDocument, readJob, tryCreate } from '../../support/jobs.ts';
import { type Client, test } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

async function firstOf(client: Client, jobId: string) {
  for await (const answer of client.follow(progressDocument, { jobId })) return answer;
  return undefined;
}

describe('with authentication', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('a request without a token has no user', async ({ system }) => {
    const { data, errors } = await system.client.send('{ viewer { name } jobs { totalCount } }');
    expect(data).toEqual({ viewer: null, jobs: null });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await system.client.send('{ viewer { name } }')).data).toEqual({ viewer: null });
  });

  test('a field that is forbidden is null, and leaves the others in the answer', async ({ system }) => {
    const user = await clientOf(system, 'Ann');
    const query = await user.send('{ viewer { name } workers { id } queueHealth { waiting } }');
    expect(query.data).toEqual({ viewer: { name: 'Ann' }, workers: null, queueHealth: null });
    expect(query.errors).toMatchObject(
      ['workers', 'queueHealth'].map((field) => ({ path: [field], extensions: { code: 'FORBIDDEN' } })),
    );
    const mutation = await user.send(
      'mutation { pauseQueue(input: {}) { __typename } cleanUp { __typename } createCanvasJob(input: { instruction: "a flow" }) { __typename } }',
    );
    expect(mutation.data).toEqual({
      pauseQueue: null,
      cleanUp: null,
      createCanvasJob: { __typename: 'CreateCanvasJobSuccess' },
    });
  });

  test('users read, change and subscribe to their own jobs and canvases; for others these do not exist', async ({
    system,
  }) => {
    const [owner, other] = [await clientOf(system, 'owner'), await clientOf(system, 'other')];
    const job = await create(owner, { instruction: 'mine' });
    expect(await readJob(owner, job.id)).toMatchObject({ id: job.id });

    expect(await readJob(other, job.id)).toBeNull();
    const { data } = await other.send(
      `query ($job: ID!, $canvas: ID!) {
        node(id: $job) { id } other: node(id: $canvas) { id } canvas(id: $canvas) { id }
        jobs { totalCount } canvases { totalCount }
      }`,
      { job: job.id, canvas: job.canvasId },
    );
    expect(data).toEqual({
      node: null,
      other: null,
      canvas: null,
      jobs: { totalCount: 0 },
      canvases: { totalCount: 0 },
    });

    expect(await tryCreate(other, { instruction: 'yours', canvasId: job.canvasId })).toMatchObject({
      __typename: 'NotFoundError',
    });
    for (const mutation of ['cancelJob', 'retryJob']) {
      const answer = await other.send(
        `mutation ($id: ID!) { ${mutation}(input: { jobId: $id }) { __typename } }`,
        {
          id: job.id,
        },
      );
      expect(answer.data[mutation].__typename).toBe('NotFoundError');
    }
    expect((await firstOf(other, job.id))?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await firstOf(owner, job.id))?.data.jobProgress.__typename).toBe('JobQueued');
  });

  test('canvases are changed by their owners only, not even by operators, and stay secret to others', async ({
    system,
  }) => {
    const owner = await clientOf(system, 'owner');
    const { id: jobId, canvasId } = await create(owner, { instruction: 'mine' });
    const requests: [string, Record<string, unknown>][] = [
      ['updateCanvasObjects', { canvasId, baseVersionNumber: 0 }],
      ['lockCanvasObjects', { canvasId, objectIds: [] }],
      ['undoCanvasJob', { jobId }],
      ['undoCanvasVersion', { canvasId, versionNumber: 1 }],
      ['restoreCanvasVersion', { canvasId, versionNumber: 0 }],
      ['renameCanvas', { canvasId, title: 'Yours' }],
      ['duplicateCanvas', { canvasId }],
      ['deleteCanvas', { canvasId }],
      ['restoreCanvas', { canvasId }],
    ];
    for (const client of [await clientOf(system, 'other'), await clientOf(system, 'operator', 'ops')]) {
      for (const [mutation, input] of requests)
        expect((await change(client, mutation, input)).__typename).toBe('NotFoundError');
    }
    const changes = 'subscription ($id: ID!) { canvasChanged(canvasId: $id, after: 9) { id } }';
    const first = async (client: Client) => (await client.follow(changes, { id: canvasId }).next()).value;
    expect((await first(await clientOf(system, 'other'))).errors[0].extensions.code).toBe('NOT_FOUND');
    expect((await first(owner)).data.canvasChanged.id).toBe(canvasId);
    expect(await readJob(owner, jobId)).toMatchObject({ status: 'QUEUED' });
  });

  test('only operators see all jobs and may be urgent', async ({ system }) => {
    const [user, operator] = [await clientOf(system, 'user'), await clientOf(system, 'operator', 'ops')];
    await create(user, { instruction: 'a job' });
    const all = '{ jobs(scope: ALL) { totalCount } }';
    expect((await user.send(all)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await operator.send(all)).data.jobs.totalCount).toBe(1);
    const urgent = `mutation { createCanvasJob(input: { instruction: "now", priority: URGENT }) {
      __typename
      ... on InputValidationError { fields { path code } }
    } }`;
    expect((await user.send(urgent)).data.createCanvasJob).toEqual({
      __typename: 'InputValidationError',
      fields: [{ path: ['priority'], code: 'NOT_ALLOWED' }],
    });
    expect((await operator.send(urgent)).data.createCanvasJob.__typename).toBe('CreateCanvasJobSuccess');
  });
});

describe('in demo mode', () => {
  test('everybody is the demo operator', async ({ system }) => {
    const { data } = await system.client.send('{ viewer { name role } system { demo planner } }');
    expect(data).toEqual({
      viewer: { name: 'Demo user', role: 'OPS' },
      system: { demo: true, planner: 'openai' },
    });
  });

  test('pages of other origins are turned away, on HTTP and WebSocket', async ({ system }) => {
    const forged = await fetch(system.client.url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: 'https://elsewhere.example' },
      body: '{ "query": "{ viewer { id } }" }',
    });
    expect(forged.status).toBe(403);
    const refused = await new Promise<number | undefined>((resolve) => {
      const socket = new WebSocket(system.client.url.replace('http', 'ws'), 'graphql-transport-ws', {
        origin: 'https://elsewhere.example',
      });
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('error', () => undefined);
    });
    expect(refused).toBe(403);
  });
});
