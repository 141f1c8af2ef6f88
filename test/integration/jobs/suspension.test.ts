import { expect } from 'vitest';
import { create, history, tryCreate, typesOf } from '../../support/jobs.ts';
import { type Client, startApiOn, test } from '../../support/system.ts';

const until = '2026-12-01T06:00:00.000Z';

const cancel = (client: Client, id: string) =>
  client.send('mutation Cancel($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', { id });

test('while no jobs are accepted, the refusal says why and until when, and everything else goes on', async ({
  database,
  system,
  model,
}) => {
  const request = { instruction: 'is running by then', idempotencyKey: 'k' };
  const running = await create(system.client, request);
  await system.startWorker();
  await model.nextRequest();
  const ended = await create(system.client, { instruction: 'is cancelled before' });
  await cancel(system.client, ended.id);

  await using suspended = await startApiOn(database, {
    ACCEPT_JOBS: 'false',
    ACCEPT_JOBS_REASON: 'Upgrade of the database.',
    ACCEPT_JOBS_AGAIN_AT: '2026-12-01T07:00:00+01:00',
  });
  const client = suspended.clientWith('any, in demo mode');
  expect(await (await fetch(new URL('/ready', suspended.endpoint))).json()).toMatchObject({
    warnings: expect.arrayContaining(['jobs']),
    checks: { jobs: 'new jobs are refused (ACCEPT_JOBS=false): Upgrade of the database.' },
  });
  expect(await tryCreate(client, { instruction: 'comes too late' })).toEqual({
    __typename: 'JobsNotAcceptedError',
    message: `No new jobs are accepted at the moment: Upgrade of the database. They will be from ${until}.`,
  });
  const retried = await client.send(
    `mutation Retry($id: ID!) {
      retryJob(input: { jobId: $id }) { ... on JobsNotAcceptedError { reason until } }
    }`,
    { id: ended.id },
  );
  expect(retried.data.retryJob).toEqual({ reason: 'Upgrade of the database.', until });

  expect(await tryCreate(client, request)).toMatchObject({ replayed: true, job: { id: running.id } });
  expect((await cancel(client, running.id)).data.cancelJob.__typename).toBe('CancelJobSuccess');
  expect(typesOf(await history(client, running.id)).at(-1)).toBe('JobCancelled');
});
