import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../log.ts';
import { jobCancelChannel, jobEventChannel, topicsOf } from './channels.ts';

/**
 * What a follower is woken with: the payload of the notification, or null when notifications may have been
 * missed and everything has to be looked at again.
 */
export type Wake = (payload: string | null) => void;

/** Wakes followers when something that they follow has changed. */
export type EventHub = {
  /** Calls `wake` on each change of the topic until the returned function is called. */
  subscribe(topic: string, wake: Wake): () => void;
  /** Whether notifications arrive right now. While they don't, followers live on their slow poll. */
  readonly listening: boolean;
  /** Followers at present. */
  readonly followers: number;
  close(): Promise<void>;
};

const channels = [jobEventChannel, jobCancelChannel];
const retryDelaysMs = [50, 200, 500, 1_000, 2_000];
const probeIntervalMs = 5_000;
const probeTimeoutMs = 3_000;
const endTimeoutMs = 1_000;

/**
 * Listens on one connection of its own for as long as the process lives, and reconnects by itself.
 *
 * A notification is only ever a latency hint: it says "look", followers read the log, and a slow poll of
 * theirs covers one that got lost. After each reconnect everyone is woken, because nobody knows what was
 * missed in between.
 */
export function startEventHub(url: string, log: Logger): EventHub {
  const followers = new Map<string, Set<Wake>>();
  const closing = new AbortController();
  let listening = false;

  const wakeAll = () => {
    for (const wakes of followers.values()) for (const wake of wakes) wake(null);
  };
  const onNotification = (message: pg.Notification) => {
    const payload = message.payload ?? '';
    for (const topic of topicsOf(message.channel, payload)) {
      for (const wake of followers.get(topic) ?? []) wake(payload);
    }
  };

  const listen = async () => {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      try {
        await holdConnection(url, closing.signal, onNotification, () => {
          if (failures > 0) log.info('listening for notifications again');
          failures = 0;
          listening = true;
          wakeAll();
        });
      } catch (error) {
        log.warn({ err: error }, 'notifications are interrupted; reconnecting');
      }
      listening = false;
      const wait = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? 0;
      await delay(wait, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const ended = listen();

  return {
    subscribe(topic, wake) {
      const wakes = followers.get(topic) ?? new Set();
      followers.set(topic, wakes.add(wake));
      return () => {
        wakes.delete(wake);
        if (wakes.size === 0 && followers.get(topic) === wakes) followers.delete(topic);
      };
    },
    get listening() {
      return listening;
    },
    get followers() {
      return followers.values().reduce((sum, wakes) => sum + wakes.size, 0);
    },
    async close() {
      closing.abort();
      await ended;
    },
  };
}

/** Listens until the signal is aborted (resolves) or the connection breaks (rejects). */
async function holdConnection(
  url: string,
  signal: AbortSignal,
  onNotification: (message: pg.Notification) => void,
  onListening: () => void,
): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: probeTimeoutMs,
    application_name: 'collabcanvas-hub',
  });
  const broken = Promise.withResolvers<never>();
  // Without a waiter of its own a rejection before the race below would end the process.
  broken.promise.catch(() => undefined);
  client.on('error', broken.reject);
  client.on('end', () => broken.reject(new Error('the connection ended')));
  client.on('notification', onNotification);
  try {
    await client.connect();
    for (const channel of channels) await client.query(`LISTEN ${channel}`);
    onListening();
    await Promise.race([broken.promise, probe(client, signal)]);
  } finally {
    client.removeListener('notification', onNotification);
    // A connection that is dead but does not know it would keep `end` waiting.
    await Promise.race([client.end().catch(() => undefined), delay(endTimeoutMs, undefined, { ref: false })]);
  }
}

/** Asks the server for a sign of life now and then: a connection that died silently reports no error. */
async function probe(client: pg.Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await delay(probeIntervalMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await client.query('SELECT 1');
  }
}
