import { setTimeout as delay } from 'node:timers/promises';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export type Transport = 'ws' | 'sse';

/** One subscription to a job's log, until it completes or is cut. */
export type Subscription = {
  sequences: AsyncIterableIterator<number>;
  /** Breaks the connection without closing it, like a client that dies or loses its network. */
  cut(): void;
  close(): Promise<void> | void;
};

type Data = { jobProgress: { sequence: number } };
type Answer = { data?: Data | null | undefined; errors?: readonly { message: string }[] | undefined };

const query = `subscription ($jobId: ID!, $after: Int) { jobProgress(jobId: $jobId, after: $after) { sequence } }`;

async function* sequencesOf(answers: AsyncIterable<Answer>): AsyncIterableIterator<number> {
  for await (const { data, errors } of answers) {
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    if (data) yield data.jobProgress.sequence;
  }
}

/** Subscribes on a connection of its own. */
export function subscribe(transport: Transport, url: string, variables: { jobId: string; after: number }) {
  return subscribeBy[transport](url, variables);
}

const subscribeBy: Record<Transport, (url: string, variables: Record<string, unknown>) => Subscription> = {
  ws(url, variables) {
    let socket: WebSocket | undefined;
    class Socket extends WebSocket {
      constructor(...given: [url: string, protocols: string]) {
        super(...given);
        socket = this;
        // Cutting it while it connects is an error.
        this.on('error', () => undefined);
      }
    }
    const client = createWsClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: Socket,
      retryAttempts: 0,
    });
    const answers = client.iterate<Data>({ query, variables });
    return {
      sequences: sequencesOf(answers),
      cut: () => socket?.terminate(),
      close: () => client.dispose(),
    };
  },
  sse(url, variables) {
    const client = createSseClient({ url, retryAttempts: 0 });
    const answers = client.iterate<Data>({ query, variables });
    return { sequences: sequencesOf(answers), cut: () => client.dispose(), close: () => client.dispose() };
  },
};

export type ReconnectOptions = {
  url: string;
  jobId: string;
  transport: Transport;
  /** Milliseconds until each cut; after the last one the subscriber stays connected. */
  cutsAfterMs: number[];
  /** Milliseconds until it reconnects. */
  awayMs: () => number;
  /** The newest sequence of the log. */
  lastSequence: () => Promise<number>;
  onCut: () => void;
};

export type Received = {
  /** Sequences of all events, in the order of their arrival. */
  sequences: number[];
  /** Milliseconds from each reconnect to the last event that existed at that moment. */
  catchUps: number[];
};

const reconnectMs = 20;

/** Subscribes to a job's log; after each cut it reconnects with the last sequence that it has received. */
export async function subscribeWithCuts(options: ReconnectOptions): Promise<Received> {
  const result: Received = { sequences: [], catchUps: [] };
  const cuts = [...options.cutsAfterMs];
  for (;;) {
    const outcome = await subscribeOnce(options, result, cuts[0]);
    if (outcome === 'completed') return result;
    if (outcome === 'cut') {
      cuts.shift();
      options.onCut();
      await delay(options.awayMs());
    } else await delay(reconnectMs);
  }
}

/** @returns How it ended; `broken`: not by one of the planned cuts. */
async function subscribeOnce(
  { url, jobId, transport, lastSequence }: ReconnectOptions,
  { sequences: received, catchUps }: Received,
  cutAfterMs: number | undefined,
): Promise<'completed' | 'cut' | 'broken'> {
  const newest = await lastSequence();
  const began = performance.now();
  const subscription = subscribe(transport, url, { jobId, after: received.at(-1) ?? 0 });
  let cut = false;
  const timer = setTimeout(
    () => {
      cut = true;
      subscription.cut();
    },
    cutAfterMs ?? 2 ** 30,
  );
  // The first connection has nothing to catch up with.
  let isBehind = received.length > 0 && (received.at(-1) ?? 0) < newest;
  try {
    for await (const sequence of subscription.sequences) {
      received.push(sequence);
      if (isBehind && sequence >= newest) {
        catchUps.push(performance.now() - began);
        isBehind = false;
      }
    }
    return cut ? 'cut' : 'completed';
  } catch {
    return cut ? 'cut' : 'broken';
  } finally {
    clearTimeout(timer);
    await subscription.close();
  }
}

/** Describes the first gap in what was received of a log of `length` events; null when there is none. */
export function findGap({ sequences }: Received, length: number): string | null {
  const wrong = sequences.findIndex((sequence, index) => sequence !== index + 1);
  if (wrong >= 0) return `received ${sequences[wrong]} instead of ${wrong + 1}`;
  return sequences.length === length ? null : `received ${sequences.length} of ${length} events`;
}
