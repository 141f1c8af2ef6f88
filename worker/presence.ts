import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { isUnavailable } from '../src/database/isUnavailable.ts';
import type { Logger } from '../src/log.ts';
import { beat, lockWorker, registerWorker, unregisterWorker } from '../src/workers/registry.ts';
import { createStrayWatch } from './strays.ts';

const heartbeatMs = 500;
const relockDelayMs = 250;

/** The worker was declared dead while it was stopped or cut off; what it ran runs elsewhere. */
export class DeclaredDeadError extends Error {
  override readonly name = 'DeclaredDeadError';
}

export type Presence = {
  /** Rejects with DeclaredDeadError when others have given the worker up. */
  lost: Promise<never>;
  /** Ends the presence, once the worker runs nothing any more. */
  end(): Promise<void>;
};

export type PresenceOptions = {
  databaseUrl: string;
  pool: pg.Pool;
  worker: { id: string; poolId: string; maxConcurrent: number };
  /** Ids of the jobs that the worker runs right now. */
  running: () => string[];
  log: Logger;
};

/**
 * Makes a worker known and shows others that it is alive: by an advisory lock, which PostgreSQL frees at once
 * when the process dies, and by a heartbeat, which also stops when the process does.
 */
export async function startPresence(options: PresenceOptions): Promise<Presence> {
  const { pool, worker } = options;
  const lockKey = await registerWorker(pool, { ...worker, host: hostname(), pid: process.pid });
  const ending = new AbortController();
  const locked = Promise.withResolvers<void>();
  const takeLock = async (client: pg.Client) => {
    await lockWorker(client, worker.id, lockKey);
    locked.resolve();
  };
  const locks = holdLock(options.databaseUrl, takeLock, ending.signal);
  await locked.promise;
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  const beats = keepBeating(options, ending.signal).catch(lost.reject);
  return {
    lost: lost.promise,
    async end() {
      ending.abort();
      await Promise.all([beats, locks]);
      await unregisterWorker(pool, worker.id);
    },
  };
}

/** Holds the lock on a connection of its own, and takes it again when that breaks. */
async function holdLock(
  url: string,
  takeLock: (client: pg.Client) => Promise<void>,
  ending: AbortSignal,
): Promise<void> {
  while (!ending.aborted) {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: 'collabcanvas-lock',
    });
    const broken = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
      ending.addEventListener('abort', () => resolve(), { once: true });
    });
    try {
      await client.connect();
      await takeLock(client);
      await broken;
    } catch {
      // The next round tries again; meanwhile the heartbeat keeps the worker alive in the eyes of others.
    }
    await client.end().catch(() => undefined);
    await delay(relockDelayMs, undefined, { signal: ending }).catch(() => undefined);
  }
}

async function keepBeating(options: PresenceOptions, ending: AbortSignal): Promise<void> {
  const { pool, worker, log } = options;
  const releaseStrays = createStrayWatch(options);
  while (!ending.aborted) {
    try {
      if (!(await beat(pool, worker.id))) throw new DeclaredDeadError('this worker was declared dead');
      await releaseStrays();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      log.warn('no heartbeat: the database cannot be reached');
    }
    await delay(heartbeatMs, undefined, { signal: ending }).catch(() => undefined);
  }
}
