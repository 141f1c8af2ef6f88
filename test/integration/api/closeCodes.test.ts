import { createClient as createSseClient, NetworkError } from 'graphql-sse';
import { type ClientOptions, createClient } from 'graphql-ws';
import { describe, expect } from 'vitest';
import { WebSocket } from 'ws';
import { create } from '../../support/jobs.ts';
import { clientOf, type System, test } from '../../support/system.ts';

const query = 'subscription { jobUpdates { id } }';
const subscribeMessage = JSON.stringify({ id: '1', type: 'subscribe', payload: { query } });

const ignore = { next: () => undefined, error: () => undefined, complete: () => undefined };

const wsClientOf = ({ client }: System, options: Partial<ClientOptions>) =>
  createClient({
    url: client.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...options,
  });

/** The code that the server closes the connection of a subscription with, as its client reports it. */
const closeCodeOf = (client: ReturnType<typeof createClient>) =>
  new Promise<unknown>((resolve, reject) => {
    client.subscribe(
      { query },
      {
        next: () => undefined,
        error: (cause) => resolve((cause as { code?: unknown }).code),
        complete: () => reject(new Error('the subscription completed')),
      },
    );
  });

/** A client that misbehaves in its own way as soon as the connection is open. */
const sending = (...messages: string[]): Partial<ClientOptions> => ({
  on: {
    opened(socket) {
      for (const message of messages) (socket as WebSocket).send(message);
    },
  },
});

const neverInit: Partial<ClientOptions> = { connectionParams: () => new Promise(() => undefined) };

describe('a client over WebSocket is closed', () => {
  test.for<[number, string, Partial<ClientOptions>]>([
    [4400, 'sends what is no message', sending('nonsense')],
    [4400, 'sends a message of no known type', sending('{"type":"shout"}')],
    [4401, 'subscribes before it has introduced itself', { ...neverInit, ...sending(subscribeMessage) }],
    [4408, 'does not introduce itself', neverInit],
    [4429, 'introduces itself twice', sending('{"type":"connection_init"}', '{"type":"connection_init"}')],
  ])('with %i when it %s', async ([code, , options], { system }) => {
    expect(await closeCodeOf(wsClientOf(system, options))).toBe(code);
  });

  test('with 4409 when it reuses the id of a running subscription', async ({ system }) => {
    const client = wsClientOf(system, { generateID: () => 'the same' });
    client.subscribe({ query }, ignore);
    expect(await closeCodeOf(client)).toBe(4409);
  });

  test('with 1001 when the server stops, and reconnects by itself when it is back', async ({ system }) => {
    const connected = Promise.withResolvers<void>();
    const client = wsClientOf(system, { on: { connected: () => connected.resolve() } });
    const code = closeCodeOf(client);
    const back = Promise.withResolvers<void>();
    const reconnecting = wsClientOf(system, {
      retryAttempts: 100,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
      shouldRetry: () => true,
      on: { connected: (_socket, _payload, again) => again && back.resolve() },
    });
    const updates = reconnecting.iterate<{ jobUpdates: { id: string } }>({ query });
    await connected.promise;
    await expect.poll(() => system.api.services.events.hub.subscriberCount).toBe(2);

    await system.api.stop();
    expect(await code).toBe(1001);
    const api = await system.startApi(new URL(system.api.url).port);
    await back.promise;
    const { id } = await create(clientOf(api.url), { instruction: 'after the restart' });
    expect((await updates.next()).value?.data?.jobUpdates.id).toBe(id);
    await reconnecting.dispose();
  });
});

describe('a client over server-sent events', () => {
  test('gets a broken stream, not an end, when the server stops, and reconnects by itself', async ({
    system,
  }) => {
    const clientOptions = { url: system.client.url, retry: async () => undefined };
    const client = createSseClient({ ...clientOptions, retryAttempts: 0 });
    const broken = (async () => {
      for await (const _ of client.iterate({ query }));
    })();
    const reconnecting = createSseClient({
      ...clientOptions,
      retry: () => new Promise((resolve) => setTimeout(resolve, 20)),
      retryAttempts: 100,
    });
    const updates = reconnecting.iterate<{ jobUpdates: { id: string } }>({ query });
    await expect.poll(() => system.api.services.events.hub.subscriberCount).toBe(2);

    const refused = expect(broken).rejects.toThrow(NetworkError);
    await system.api.stop();
    await refused;
    const api = await system.startApi(new URL(system.api.url).port);
    const { id } = await create(clientOf(api.url), { instruction: 'after the restart' });
    expect((await updates.next()).value?.data?.jobUpdates.id).toBe(id);
    reconnecting.dispose();
  });
});
