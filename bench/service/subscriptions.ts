import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { decodeId } from '../../src/api/graphql/ids.ts';
import { appendAttemptEvents } from '../../src/events/log/appendEvents.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import type { Inspector } from '../../test/chaos/installation/inspector.ts';
import type { Figure } from '../figures/figure.ts';
import { percentile } from '../figures/times.ts';
import { clientOf, type Installation, nextInstruction } from '../installation/installation.ts';

const count = 5_000;
/** Opened at the same time. */
const parallel = 50;
/** Events of which each reaches all subscribers. */
const rounds = 10;

const query = 'subscription ($jobId: ID!) { jobProgress(jobId: $jobId) { sequence } }';
type Answer = { data?: { jobProgress?: { sequence: number } } | null | undefined };

/** A connection with one subscription. */
type Subscription = { answers: AsyncIterator<Answer>; close(): void | Promise<void> };

const transports = {
  WebSocket(url: string, authorization: string, jobId: string): Subscription {
    const client = createWsClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization },
    });
    const answers = client.iterate({ query, variables: { jobId } }) as AsyncIterator<Answer>;
    return { answers, close: () => client.dispose() };
  },
  SSE(url: string, authorization: string, jobId: string): Subscription {
    const client = createSseClient({ url: `${url}/graphql`, retryAttempts: 0, headers: { authorization } });
    const answers = client.iterate({ query, variables: { jobId } }) as AsyncIterator<Answer>;
    return { answers, close: () => client.dispose() };
  },
};

/**
 * Measures the memory of many subscriptions to one job, each on a connection of its own, and how long an event takes to
 * reach them all. No worker may run.
 */
export async function measureSubscriptions(installation: Installation, api: Inspector): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const transport of ['WebSocket', 'SSE'] as const) {
    const jobId = await clientOf(installation, 0).create(nextInstruction());
    // What is loaded or pooled at first use is not counted.
    await close(await open(installation, transport, jobId, parallel));
    const before = await api.memoryInUse();
    const subscriptions = await open(installation, transport, jobId, count);
    const bytes = (await api.memoryInUse()) - before;
    const name = `${count.toLocaleString('en')} subscriptions over ${transport}`;
    figures.push({
      name: `${name}: memory of each`,
      value: bytes / count / 1_024,
      unit: 'KB',
      goal: { bound: '≤', value: 25 },
    });
    const times = await deliver(installation, jobId, subscriptions);
    figures.push({
      name: `${name}: one event to all of them, p50`,
      value: percentile(times, 0.5),
      unit: 'ms',
      goal: { bound: '≤', value: 193 },
    });
    await close(subscriptions);
  }
  return figures;
}

async function open(
  { api, authorization }: Installation,
  transport: keyof typeof transports,
  jobId: string,
  size: number,
): Promise<Subscription[]> {
  const opened: Subscription[] = [];
  while (opened.length < size) {
    const next = Array.from({ length: Math.min(parallel, size - opened.length) }, () =>
      transports[transport](api.url, authorization, jobId),
    );
    // The first event is in the log already.
    await Promise.all(next.map(({ answers }) => answers.next()));
    opened.push(...next);
  }
  return opened;
}

async function close(subscriptions: Subscription[]): Promise<void> {
  await Promise.all(subscriptions.map((each) => each.close()));
}

/** @returns Milliseconds from before each event is written until all subscribers have it. */
async function deliver(
  { database: { pool } }: Installation,
  globalId: string,
  subscriptions: Subscription[],
): Promise<number[]> {
  const jobId = decodeId('CanvasJob', globalId);
  await pool.query(
    `UPDATE canvas_job SET status = 'PROCESSING', phase = 'GENERATING', attempt = 1, started_at = now() WHERE id = $1`,
    [jobId],
  );
  const event: NewJobEvent = { type: 'JobProgressed', payload: { phase: 'GENERATING', progress: 0.5 } };
  const times: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const received = subscriptions.map(({ answers }) => answers.next());
    const began = performance.now();
    if (!(await appendAttemptEvents(pool, { jobId: jobId ?? '', attempt: 1, lastSeq: round }, [event])))
      throw new Error('the event was refused');
    await Promise.all(received);
    times.push(performance.now() - began);
  }
  return times;
}
