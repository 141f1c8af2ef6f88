import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { sentenceOf } from '../../database/failure.ts';
import { outageReason } from '../../database/outageReason.ts';
import { ownsSession } from '../../database/ownsSession.ts';
import type { Logger } from '../../log.ts';
import { idChannels, jobEventChannel } from './channels.ts';
import { Echo } from './listenerProbe.ts';

/** `deaf`: the database takes `LISTEN`, but what is notified does not arrive. */
export type Hearing = 'connecting' | 'listening' | 'deaf';

export type ListenOptions = {
  /** Where a connection keeps its session, if there is such an address. */
  url: string;
  /** For the notifications that the listener tests itself with. */
  pool: pg.Pool;
  log: Logger;
  /** Milliseconds between two tests, and before a deaf listener tries anew. */
  pace: { testMs: number; deafRetryMs: number };
  onNotification: (channel: string, payload: string) => void;
  /** Called when this changes. */
  onHearing: (hearing: Hearing) => void;
};

const retryDelaysMs = [50, 200, 500, 1_000, 2_000];
const queryTimeoutMs = 3_000;
const endTimeoutMs = 1_000;

/** What an operator should know when notifications don't arrive. */
const deafness =
  'notifications of PostgreSQL do not arrive: a connection pooler in transaction mode drops them, or ' +
  'DATABASE_DIRECT_URL leads to another database than DATABASE_URL. Set DATABASE_DIRECT_URL to the address of ' +
  'PostgreSQL itself. Until then changes are found by polling';

class DeafError extends Error {
  override readonly name = 'DeafError';
}

/**
 * Listens on one connection of its own until the signal is aborted, and reconnects by itself.
 *
 * It counts as listening only while notifications are known to arrive: it sends itself one at the start and then
 * every few seconds, from another session.
 */
export async function listen(options: ListenOptions, signal: AbortSignal): Promise<void> {
  const { log, pace, onHearing } = options;
  let hearing = 'connecting' as Hearing;
  let failures = 0;
  const change = (now: Hearing) => {
    if (now === hearing) return;
    hearing = now;
    onHearing(now);
  };
  const reported = new Set<string>();
  const reportInterruption = (error: unknown) => {
    const reason = outageReason(error) ?? sentenceOf(error);
    if (!reported.has(reason)) log.warn({ err: error }, 'notifications are interrupted; reconnecting');
    reported.add(reason);
  };
  const onHeard = () => {
    if (failures > 0) log.info('listening for notifications again');
    failures = 0;
    reported.clear();
    change('listening');
  };
  while (!signal.aborted) {
    try {
      await holdConnection(options, onHeard, signal);
    } catch (error) {
      const deaf = error instanceof DeafError;
      if (!deaf) reportInterruption(error);
      else if (hearing !== 'deaf') log.error(deafness);
      change(deaf ? 'deaf' : 'connecting');
    }
    const wait = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? 0;
    failures += 1;
    await sleep(hearing === 'deaf' ? pace.deafRetryMs : wait, signal);
  }
}

/** Listens until the signal is aborted (resolves), or the connection breaks or proves deaf (rejects). */
async function holdConnection(options: ListenOptions, onHeard: () => void, signal: AbortSignal) {
  const client = new pg.Client({
    connectionString: options.url,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: queryTimeoutMs,
    application_name: 'collabcanvas-hub',
  });
  const broken = Promise.withResolvers<never>();
  // Without a waiter of its own a rejection before the race below would end the process.
  broken.promise.catch(() => undefined);
  client.on('error', broken.reject);
  client.on('end', () => broken.reject(new Error('the connection ended')));
  const echo = new Echo(`canvas_echo_${randomUUID().replaceAll('-', '')}`);
  const onNotification = ({ channel, payload = '' }: pg.Notification) => {
    if (channel === echo.channel) echo.arrived(payload);
    else options.onNotification(channel, payload);
  };
  client.on('notification', onNotification);
  try {
    await client.connect();
    if (!(await ownsSession(client, options.url))) throw new DeafError(deafness);
    for (const channel of [jobEventChannel, ...idChannels.keys(), echo.channel])
      await client.query(`LISTEN ${channel}`);
    await Promise.race([broken.promise, keepTesting(options, client, echo, onHeard, signal)]);
  } finally {
    client.removeListener('notification', onNotification);
    // A connection that is dead but does not know it would keep `end` waiting.
    await Promise.race([client.end().catch(() => undefined), delay(endTimeoutMs, undefined, { ref: false })]);
  }
}

async function keepTesting(
  { pool, pace }: ListenOptions,
  client: pg.Client,
  echo: Echo,
  onHeard: () => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const heard = await echo.test(client, pool, signal);
    if (heard === false) throw new DeafError(deafness);
    if (heard === true) onHeard();
    await sleep(pace.testMs, signal);
  }
}

/** Resolves after that many milliseconds, or when the signal is aborted. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
