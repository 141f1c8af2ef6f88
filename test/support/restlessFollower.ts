import { setTimeout as delay } from 'node:timers/promises';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export type Transport = 'ws' | 'sse';

/** One subscription to a job's log, until it completes or is cut off. */
export type Subscription = {
  sequences: AsyncIterableIterator<number>;
  /** Leaves without a word, as a client does that dies or whose network is gone. */
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
export const subscribe = (transport: Transport, url: string, variables: { jobId: string; after: number }) =>
  subscribeBy[transport](url, variables);

const subscribeBy: Record<Transport, (url: string, variables: Record<string, unknown>) => Subscription> = {
  ws(url, variables) {
    let socket: WebSocket | undefined;
    class Socket extends WebSocket {
      constructor(...given: [url: string, protocols: string]) {
        super(...given);
        socket = this;
        // It breaks if it is cut off while it connects.
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

export type RestlessOptions = {
  url: string;
  jobId: string;
  transport: Transport;
  /** Milliseconds until each disconnect; when there are no more, the subscriber stays to the end. */
  cutsAfterMs: number[];
  /** Milliseconds that it then stays away. */
  awayMs: () => number;
  /** How far the log has got by now. */
  lastSequence: () => Promise<number>;
  onCut: () => void;
};

export type Restless = {
  /** All that it saw, in the order in which it saw it. */
  seen: number[];
  /** Milliseconds from coming back to having seen all that there was when it did. */
  catchUps: number[];
};

const comeBackMs = 20;

/** A subscriber who is cut off again and again, and comes back with the last sequence that it has seen. */
export async function followRestlessly(options: RestlessOptions): Promise<Restless> {
  const result: Restless = { seen: [], catchUps: [] };
  const cuts = [...options.cutsAfterMs];
  for (;;) {
    const outcome = await subscribeOnce(options, result, cuts[0]);
    if (outcome === 'completed') return result;
    if (outcome === 'cut') {
      cuts.shift();
      options.onCut();
      await delay(options.awayMs());
    } else await delay(comeBackMs);
  }
}

/** @returns How it ended; `broken`: not by us. */
async function subscribeOnce(
  { url, jobId, transport, lastSequence }: RestlessOptions,
  { seen, catchUps }: Restless,
  cutAfterMs: number | undefined,
): Promise<'completed' | 'cut' | 'broken'> {
  const there = await lastSequence();
  const began = performance.now();
  const subscription = subscribe(transport, url, { jobId, after: seen.at(-1) ?? 0 });
  let cut = false;
  const timer = setTimeout(
    () => {
      cut = true;
      subscription.cut();
    },
    cutAfterMs ?? 2 ** 30,
  );
  // Who comes for the first time has nothing to catch up with.
  let behind = seen.length > 0 && (seen.at(-1) ?? 0) < there;
  try {
    for await (const sequence of subscription.sequences) {
      seen.push(sequence);
      if (behind && sequence >= there) {
        catchUps.push(performance.now() - began);
        behind = false;
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

/** What is wrong with what a subscriber of a log of `length` events saw; null when nothing is. */
export function faultOf({ seen }: Restless, length: number): string | null {
  const wrong = seen.findIndex((sequence, index) => sequence !== index + 1);
  if (wrong >= 0) return `saw ${seen[wrong]} in place of ${wrong + 1}`;
  return seen.length === length ? null : `saw ${seen.length} events of ${length}`;
}
