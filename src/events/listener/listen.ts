import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { listenTo } from '../../database/connection.ts';
import { sentenceOf } from '../../database/outages/failure.ts';
import { outageReason } from '../../database/outages/outageReason.ts';
import { ownsSession } from '../../database/ownsSession.ts';
import type { Logger } from '../../log.ts';
import { idChannels, jobEventChannel } from './channels.ts';
import { ListenerProbe } from './listenerProbe.ts';

/** `not_receiving`: the database accepts `LISTEN`, but notifications do not arrive. */
export type ListenerStatus = 'connecting' | 'listening' | 'not_receiving';

export type ListenOptions = {
  /** Where a connection keeps its session, if there is such an address. */
  url: string;
  /** Sends the probes. */
  pool: pg.Pool;
  log: Logger;
  /** Milliseconds between two probes, and before a listener that does not receive reconnects. */
  pace: { probeMs: number; notReceivingRetryMs: number };
  onNotification: (channel: string, payload: string) => void;
  /** Called when the status changes. */
  onStatus: (status: ListenerStatus) => void;
};

const retryDelaysMs = [50, 200, 500, 1_000, 2_000];
const queryTimeoutMs = 3_000;
const endTimeoutMs = 1_000;

const notReceivingAdvice =
  'notifications of PostgreSQL do not arrive: a connection pooler in transaction mode drops them, or ' +
  'DATABASE_DIRECT_URL leads to another database than DATABASE_URL. Set DATABASE_DIRECT_URL to the address of ' +
  'PostgreSQL itself. Until then changes are found by polling';

class NotReceivingError extends Error {
  override readonly name = 'NotReceivingError';
}

/**
 * Listens on one connection of its own until the signal is aborted, and reconnects by itself.
 *
 * It counts as listening only while notifications are known to arrive: it is probed at the start and then every few
 * seconds, from another session.
 */
export async function listen(options: ListenOptions, signal: AbortSignal): Promise<void> {
  const { log, pace, onStatus } = options;
  let status = 'connecting' as ListenerStatus;
  let failures = 0;
  const reported = new Set<string>();
  const change = (next: ListenerStatus) => {
    if (next === status) return;
    status = next;
    onStatus(next);
  };
  const onReceived = () => {
    if (failures > 0) log.info('listening for notifications again');
    failures = 0;
    reported.clear();
    change('listening');
  };
  const onFailure = (error: unknown) => {
    if (error instanceof NotReceivingError) {
      if (status !== 'not_receiving') log.error(notReceivingAdvice);
      change('not_receiving');
      return;
    }
    const reason = outageReason(error) ?? sentenceOf(error);
    if (!reported.has(reason)) log.warn({ err: error }, 'notifications are interrupted; reconnecting');
    reported.add(reason);
    change('connecting');
  };
  while (!signal.aborted) {
    await holdConnection(options, onReceived, signal).catch(onFailure);
    const waitMs = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? 0;
    failures += 1;
    await sleep(status === 'not_receiving' ? pace.notReceivingRetryMs : waitMs, signal);
  }
}

/** Listens until the signal is aborted (resolves), or the connection breaks or does not receive (rejects). */
async function holdConnection(options: ListenOptions, onReceived: () => void, signal: AbortSignal) {
  const client = new pg.Client({
    connectionString: options.url,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: queryTimeoutMs,
    application_name: 'collabcanvas-hub',
  });
  const broken = Promise.withResolvers<never>();
  // A rejection before the race below would otherwise be unhandled and end the process.
  broken.promise.catch(() => undefined);
  client.on('error', broken.reject);
  client.on('end', () => broken.reject(new Error('the connection ended')));
  const probe = new ListenerProbe(`canvas_probe_${randomUUID().replaceAll('-', '')}`);
  const onNotification = ({ channel, payload = '' }: pg.Notification) => {
    if (channel === probe.channel) probe.receive(payload);
    else options.onNotification(channel, payload);
  };
  client.on('notification', onNotification);
  try {
    await client.connect();
    if (!(await ownsSession(client, options.url))) throw new NotReceivingError(notReceivingAdvice);
    for (const channel of [jobEventChannel, ...idChannels.keys(), probe.channel])
      await listenTo(client, channel);
    await Promise.race([broken.promise, keepProbing(options, client, probe, onReceived, signal)]);
  } finally {
    client.removeListener('notification', onNotification);
    // `end` waits for the other side, which may be gone.
    await Promise.race([client.end().catch(() => undefined), delay(endTimeoutMs, undefined, { ref: false })]);
  }
}

async function keepProbing(
  { pool, pace }: ListenOptions,
  client: pg.Client,
  probe: ListenerProbe,
  onReceived: () => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const hasReceived = await probe.send(client, pool, signal);
    if (hasReceived === false) throw new NotReceivingError(notReceivingAdvice);
    if (hasReceived === true) onReceived();
    await sleep(pace.probeMs, signal);
  }
}

/** Resolves after that many milliseconds, or when the signal is aborted. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
