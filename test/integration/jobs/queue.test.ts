import { SignJWT } from 'jose';
import { describe, expect } from 'vitest';
import { encodeId } from '../../../src/api/graphql/ids.ts';
import { startNextAttempt } from '../../../src/jobs/attempts/startNextAttempt.ts';
import { create, history, readJob } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { type Client, test as systemTest } from '../../support/system.ts';

const secret = 'a secret of at least thirty-two bytes';
const starter = {
  workerId: '01900000-0000-7000-8000-000000000000',
  planner: 'sketcher',
  model: null,
  timeLimitMs: 60_000,
};

const test = systemTest.extend<{
  user: (name: string, role?: string) => Promise<Client>;
  startNext: () => Promise<string | null>;
}>({
  user: async ({ system }, use) => {
    const key = new TextEncoder().encode(secret);
    await use(async (name, role = 'user') =>
      system.clientWith(
        await new SignJWT({ sub: name, role })
          .setProtectedHeader({ alg: 'HS256' })
          .setExpirationTime('1h')
          .sign(key),
      ),
    );
  },
  startNext: async ({ system, database }, use) => {
    const pool = database.pool();
    await use(async () => {
      const job = await startNextAttempt(pool, starter, system.api.services.config.PRIORITY_LEVELS);
      return job === null ? null : encodeId('CanvasJob', job.id);
    });
  },
});

async function createMany(client: Client, count: number, input: Record<string, unknown> = {}) {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push((await create(client, { instruction: `job ${index}`, useCache: false, ...input })).id);
  }
  return ids;
}

async function setPriority(client: Client, jobId: string, priority: string) {
  const { data } = await client.send(
    `mutation ($input: SetJobPriorityInput!) { setJobPriority(input: $input) {
      __typename ... on SetJobPrioritySuccess { job { priority queuePosition } }
    } }`,
    { input: { jobId, priority } },
  );
  return data.setJobPriority;
}

describe('the queue', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('starts the first job of a user after one job of a user with many', async ({ user, startNext }) => {
    const [busy, newcomer] = [await user('busy'), await user('newcomer')];
    const [first, second] = await createMany(busy, 10);
    await startNext();
    const [only = ''] = await createMany(newcomer, 1);
    expect(await readJob(newcomer, only)).toMatchObject({ queuePosition: 1 });
    expect(await startNext()).toBe(only);
    expect(await startNext()).toBe(second);
    expect(first).not.toBe(second);
  });

  test('starts jobs exactly in the order of their positions, for all owners', async ({ user, startNext }) => {
    const users = await Promise.all(['ann', 'bob', 'eve'].map((name) => user(name)));
    const jobs: { id: string; client: Client }[] = [];
    const priorities = ['NORMAL', 'LOW', 'HIGH', 'NORMAL', 'NORMAL'];
    for (const [index, client] of users.entries()) {
      for (const priority of priorities.slice(0, 3 + index)) {
        jobs.push({
          id: (await create(client, { instruction: priority, priority, useCache: false })).id,
          client,
        });
      }
      // Some have been served before others have come.
      if (index === 1) await startNext();
    }
    const waiting = await Promise.all(
      jobs.map(async ({ id, client }) => ({ id, ...(await readJob(client, id)) })),
    );
    const expected = waiting
      .filter(({ status }) => status === 'QUEUED')
      .sort((a, b) => a.queuePosition - b.queuePosition)
      .map(({ id }) => id);
    const started: (string | null)[] = [];
    for (const _job of expected) started.push(await startNext());
    expect(started).toEqual(expected);
    expect(await startNext()).toBeNull();
  });

  test('changes the priority of a waiting job, and refuses it for a started one', async ({
    user,
    startNext,
  }) => {
    const client = await user('ann');
    const [first = '', second = ''] = await createMany(client, 2);
    expect(await setPriority(client, second, 'HIGH')).toMatchObject({
      job: { priority: 'HIGH', queuePosition: 1 },
    });
    expect(await startNext()).toBe(second);
    expect(await setPriority(client, second, 'LOW')).toMatchObject({ __typename: 'JobStateError' });
    expect(await setPriority(await user('bob'), first, 'LOW')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await setPriority(await user('ops', 'ops'), first, 'URGENT')).toMatchObject({
      job: { priority: 'URGENT' },
    });
  });

  test('accepts jobs while it is paused, with the reason why they wait, and continues afterwards', async ({
    system,
    user,
    model,
  }) => {
    model.respondToAll((request) => sendPlan(request, flowPlan(3)));
    const [client, operator] = [await user('ann'), await user('ops', 'ops')];
    await system.startWorker();
    expect(
      (await client.send('mutation { pauseQueue(input: {}) { __typename } }')).errors?.[0]?.extensions.code,
    ).toBe('FORBIDDEN');
    const paused = await operator.send(
      'mutation { pauseQueue(input: { reason: "maintenance" }) { ... on PauseQueueSuccess { control { paused reason } } } }',
    );
    expect(paused.data.pauseQueue).toEqual({ control: { paused: true, reason: 'maintenance' } });
    const [id = ''] = await createMany(client, 1);
    await expectUnstarted(client, id);
    await operator.send('mutation { resumeQueue { __typename } }');
    expect((await history(client, id)).at(-1)?.__typename).toBe('JobCompleted');
  });

  test('estimates the end of a job from earlier jobs, and has no estimate without any', async ({
    system,
    user,
    model,
    database,
  }) => {
    const client = await user('ann');
    await system.startWorker();
    const [first = ''] = await createMany(client, 1);
    const request = await model.nextRequest();
    expect(await estimatedEndOf(client, first)).toBeNull();
    sendPlan(request, flowPlan(3));
    await history(client, first);
    await database.pool().query("UPDATE job_attempt SET started_at = finished_at - interval '10 minutes'");
    const [second = ''] = await createMany(client, 1);
    await model.nextRequest();
    const { attempts } = await readJob(client, second);
    const tenMinutes = 600_000;
    expect(await estimatedEndOf(client, second)).toBe(
      new Date(Date.parse(attempts[0].startedAt) + tenMinutes).toISOString(),
    );
    await (await user('ops', 'ops')).send('mutation { pauseQueue(input: {}) { __typename } }');
    const [third = ''] = await createMany(client, 1);
    expect(await estimatedEndOf(client, third)).toBeNull();
  });
});

async function estimatedEndOf(client: Client, id: string): Promise<string | null> {
  const { data } = await client.send('query ($id: ID!) { job(id: $id) { estimatedCompletionAt } }', { id });
  return data.job.estimatedCompletionAt;
}

/** The wake-up of the job is used up, and it still waits. */
async function expectUnstarted(client: Client, id: string): Promise<void> {
  await expect.poll(() => waitReasonOf(client, id)).toBe('PAUSED');
  expect(await readJob(client, id)).toMatchObject({ status: 'QUEUED', attempt: 0 });
}

async function waitReasonOf(client: Client, id: string): Promise<string> {
  const { data } = await client.send('query ($id: ID!) { job(id: $id) { waitReason } }', { id });
  return data.job.waitReason;
}
