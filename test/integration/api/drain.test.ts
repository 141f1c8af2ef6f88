import { createClient as createSseClient, NetworkError } from 'graphql-sse';
import { describe, expect } from 'vitest';
import { create, history, progressDocument } from '../../support/jobs.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { startWorkerServer } from '../../support/processes/serverProcess.ts';
import { openConnection } from '../../support/requests/sockets.ts';
import { clientOf, test } from '../../support/system.ts';

const updates = 'subscription { jobUpdates { id } }';
const subscribe = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: updates } });
/** Longer than any test: only what is tested ends a wait. */
const never = '600000';

async function readinessOf(origin: string) {
  const response = await fetch(`${origin}/ready`);
  return { status: response.status, checks: (await response.json()).checks };
}

/** Resolves when connections are refused. */
const untilClosed = (origin: string) =>
  expect
    .poll(() =>
      fetch(`${origin}/health`).then(
        () => 'answered',
        () => 'refused',
      ),
    )
    .toBe('refused');

describe('an API that stops', () => {
  describe('at first', () => {
    test.override({ env: { DRAIN_NOTICE_MS: never } });

    test('answers 503 at /ready, and everything else as before, on connections that it closes', async ({
      system,
    }) => {
      await expect.poll(() => readinessOf(system.api.url)).toMatchObject({ status: 200 });
      const hurry = new AbortController();
      const stopped = system.api.stop({ hurry: hurry.signal });
      expect(await readinessOf(system.api.url)).toEqual({ status: 503, checks: { service: 'stopping' } });
      for (const path of ['/health', '/graphql?query=%7Bsystem%7Bdemo%7D%7D']) {
        const response = await fetch(`${system.api.url}${path}`);
        expect([path, response.status, response.headers.get('connection')]).toEqual([path, 200, 'close']);
      }
      expect((await openConnection(system.client.url)).outcome).toBe('accepted');
      hurry.abort();
      await stopped;
    });
  });

  describe('then', () => {
    test.override({ env: { DRAIN_TIMEOUT_MS: never } });

    test('accepts no more connections, closes idle ones, lets subscriptions continue, and closes the rest with 1001', async ({
      system,
    }) => {
      const other = await system.startApi();
      const idle = await openConnection(system.client.url);
      const busy = await openConnection(system.client.url);
      const messages: string[] = [];
      busy.socket.on('message', (message) => messages.push(String(message)));
      busy.socket.send(subscribe);
      const stream = createSseClient({ url: system.client.url, retryAttempts: 0 }).iterate({
        query: updates,
      });
      const streamed = stream.next();
      await expect.poll(() => system.api.services.events.hub.subscriberCount).toBe(2);

      const hurry = new AbortController();
      const stopped = system.api.stop({ hurry: hurry.signal });
      expect(await idle.closed).toMatchObject({ code: 1001 });
      await untilClosed(system.api.url);
      const { id } = await create(clientOf(other.url), { instruction: 'while it drains' });
      expect((await streamed).value).toMatchObject({ data: { jobUpdates: { id } } });
      await expect.poll(() => messages.join()).toContain(id);

      const broken = expect(stream.next()).rejects.toThrow(NetworkError);
      hurry.abort();
      expect(await busy.closed).toMatchObject({ code: 1001 });
      await broken;
      await stopped;
      expect(messages.join()).not.toContain('"complete"');
    });

    test('has stopped as soon as the last subscription is over', async ({ system, model }) => {
      const other = await system.startApi();
      await system.startWorker();
      const { id: jobId } = await create(system.client, { instruction: 'nearly done' });
      const request = await model.nextRequest();
      const followed = system.client.followSse(progressDocument, { jobId });
      await followed.next();
      const stopped = system.api.stop();
      await untilClosed(system.api.url);
      sendPlan(request, flowPlan(3));
      expect((await Array.fromAsync(followed)).at(-1)?.data.jobProgress.__typename).toBe('JobCompleted');
      await stopped;
      await history(clientOf(other.url), jobId);
      await other.stop();
    });
  });
});

test('a stopping worker answers 503 at /ready while its job continues', async ({
  system,
  model,
  database,
}) => {
  await using worker = await startWorkerServer(database.url, {
    OPENAI_BASE_URL: model.baseUrl,
    SHUTDOWN_GRACE_MS: never,
  });
  await create(system.client, { instruction: 'runs on' });
  const request = await model.nextRequest();
  worker.signal('SIGTERM');
  await expect
    .poll(() => readinessOf(worker.origin))
    .toMatchObject({ status: 503, checks: { service: 'stopping' } });
  sendPlan(request, flowPlan(3));
  await worker.exited;
  expect(worker.ended()).toBe(0);
});
