import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { describe, expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { create, progressDocument } from '../../support/jobs.ts';
import { type System, test } from '../../support/system.ts';

/** A subscription on a connection of its own, in the hands of the test. */
type Raw = {
  /** Reads nothing any more; what the server sends piles up on its way. */
  pause(): void;
  resume(): void;
  /** Disconnects in an orderly way. */
  leave(): void;
  /** Is gone without a word. */
  die(): void;
  /** All that has come. */
  text(): string;
};

type Open = (system: System, query: string, variables: object) => Promise<Raw>;

const overWebSocket: Open = async (system, query, variables) => {
  const socket = new WebSocket(system.client.url.replace('http', 'ws'), 'graphql-transport-ws');
  let text = '';
  socket.on('message', (message) => {
    text += String(message);
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query, variables } }));
  await once(socket, 'message');
  return {
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    leave: () => socket.send(JSON.stringify({ type: 'complete', id: '1' }), () => socket.close()),
    die: () => socket.terminate(),
    text: () => text,
  };
};

const overSse: Open = async (system, query, variables) => {
  const sent: ClientRequest = request(system.client.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  });
  sent.on('error', () => undefined);
  sent.end(JSON.stringify({ query, variables }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  response.on('error', () => undefined);
  response.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  while (!text.includes('event: next')) await once(response, 'data');
  return {
    pause: () => response.pause(),
    resume: () => response.resume(),
    leave: () => sent.destroy(),
    die: () => response.socket.resetAndDestroy(),
    text: () => text,
  };
};

const transports: [string, Open][] = [
  ['WebSocket', overWebSocket],
  ['server-sent events', overSse],
];

const countSubscribers = ({ api }: System) => api.services.events.hub.subscriberCount;
const untilNoSubscribers = (system: System) => expect.poll(() => countSubscribers(system)).toBe(0);

const updatesDocument = 'subscription { jobUpdates { id status } }';

/** Characters in each event of a long log: more in all than any buffer on the way takes in. */
const eventLength = 20_000;
const logLength = 2_000;

/** A job with a long log, whose last event is still to come. */
async function createLongLog(system: System): Promise<string> {
  const { id } = await create(system.client, { instruction: 'a long story' });
  const { pool } = system.api.services.database;
  await pool.query(
    `INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
     SELECT $1, seq, 'JobFailed', 1, jsonb_build_object('error', jsonb_build_object(
       'code', 'X', 'message', repeat('x', $2), 'retryable', true)), now()
     FROM generate_series(2, $3) AS seq`,
    [decodeId('CanvasJob', id), eventLength, logLength],
  );
  await pool.query('UPDATE canvas_job SET last_seq = $1', [logLength]);
  return id;
}

/** Resolves when the figure has stopped growing. */
async function untilSettled(figure: () => number): Promise<number> {
  let before = -1;
  await vi.waitUntil(
    () => {
      const settled = figure() === before;
      before = figure();
      return settled;
    },
    { interval: 250, timeout: 20_000 },
  );
  return before;
}

describe.for(transports)('over %s', ([, open]) => {
  test('the subscription of a client that disconnects ends at once', async ({ system }) => {
    const { id } = await create(system.client, { instruction: 'watch this' });
    const [progress, updates] = await Promise.all([
      open(system, progressDocument, { jobId: id }),
      open(system, updatesDocument, {}),
    ]);
    expect(countSubscribers(system)).toBe(2);
    progress.leave();
    updates.leave();
    await untilNoSubscribers(system);
  });

  test('the subscription of a killed client ends at once', async ({ system }) => {
    const { id } = await create(system.client, { instruction: 'watch this' });
    const clients = await Promise.all([
      open(system, progressDocument, { jobId: id }),
      open(system, updatesDocument, {}),
    ]);
    for (const client of clients) client.die();
    await untilNoSubscribers(system);
  });

  test('a client that stops reading costs a page of memory, and gets the whole log when it continues', async ({
    system,
  }) => {
    const id = await createLongLog(system);
    const read = vi.spyOn(system.api.services.events, 'read');
    const client = await open(system, progressDocument, { jobId: id });
    client.pause();
    const pages = await untilSettled(() => read.mock.calls.length);
    const allPages = logLength / (read.mock.calls[0]?.[2] ?? 1);
    expect(pages).toBeLessThan(allPages / 2);

    client.resume();
    await expect.poll(() => read.mock.calls.length, { timeout: 20_000 }).toBeGreaterThan(allPages);
    await untilSettled(() => client.text().length);
    const sequences = [...client.text().matchAll(/"sequence":(\d+)/g)].map(([, sequence]) =>
      Number(sequence),
    );
    expect(sequences).toEqual(Array.from({ length: logLength }, (_, index) => index + 1));
    client.die();
    await untilNoSubscribers(system);
  });

  test('the subscription of a client that is killed while the server sends ends at once', async ({
    system,
  }) => {
    const id = await createLongLog(system);
    const read = vi.spyOn(system.api.services.events, 'read');
    const client = await open(system, progressDocument, { jobId: id });
    client.pause();
    await untilSettled(() => read.mock.calls.length);
    expect(countSubscribers(system)).toBe(1);
    client.die();
    await untilNoSubscribers(system);
  });
});
