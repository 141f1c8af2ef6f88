import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { sentenceOf } from '../src/database/outages/failure.ts';
import { outageReason } from '../src/database/outages/outageReason.ts';
import { retryWhileUnavailable } from '../src/database/outages/retryWhileUnavailable.ts';
import { ownsSession } from '../src/database/ownsSession.ts';
import { forgetWorkerLock } from '../src/jobs/workers/sql/forgetWorkerLock.ts';
import { unregisterWorker } from '../src/jobs/workers/sql/unregisterWorker.ts';
import { lockWorker, registerWorker } from '../src/jobs/workers/workerRegistry.ts';
import type { Logger } from '../src/log.ts';
import { untilAborted } from './attempt/layout/untilAborted.ts';
import { sendHeartbeats } from './heartbeats.ts';
import { createOrphanedAttemptCheck } from './orphanedAttempts.ts';

const relockDelayMs = 250;
/** Milliseconds between two checks whether a pooler without sessions keeps them now. */
const poolerRetryMs = 10_000;

export type Presence = {
  /** Rejects with DeclaredDeadError when others have declared the worker dead. */
  lost: Promise<never>;
  /** Unregisters the worker, when it runs nothing any more. */
  end(): Promise<void>;
};

export type PresenceOptions = {
  /** A connection must keep its session here, or the worker holds no lock. */
  databaseUrl: string;
  pool: pg.Pool;
  worker: { id: string; poolId: string; maxConcurrent: number };
  /** Ids of the jobs that the worker runs right now. */
  running: () => string[];
  /** See `wakeNextOfOwner`. */
  perUser: number | null;
  log: Logger;
};

/**
 * Registers a worker and proves to others that it is alive: by an advisory lock, which PostgreSQL frees at once when
 * the process dies, and by a heartbeat, which also stops when the process hangs. A pooler that keeps no sessions leaves
 * only the heartbeat, so a death is detected later.
 * @param stopping Ends the wait for an unavailable database.
 */
export async function startPresence(options: PresenceOptions, stopping: AbortSignal): Promise<Presence> {
  const { pool, worker } = options;
  const registration = { ...worker, host: hostname(), pid: process.pid };
  const lockKey = await retryWhileUnavailable(stopping, () => registerWorker(pool, registration));
  const ending = new AbortController();
  const settled = Promise.withResolvers<void>();
  const takeLock = async (client: pg.Client) => {
    await lockWorker(client, worker.id, lockKey);
    settled.resolve();
  };
  const continueWithoutLock = async () => {
    await forgetWorkerLock(pool, { workerId: worker.id });
    settled.resolve();
  };
  const locks = holdLock(options, { takeLock, continueWithoutLock, refuse: settled.reject }, ending.signal);
  try {
    await untilAborted(settled.promise, stopping);
  } catch (error) {
    ending.abort();
    await locks;
    await unregisterWorker(pool, { workerId: worker.id }).catch(() => undefined);
    throw error;
  }
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  const heartbeats = sendHeartbeats(
    { ...options, workerId: worker.id, afterEach: createOrphanedAttemptCheck(options) },
    ending.signal,
  ).catch(lost.reject);
  return {
    lost: lost.promise,
    async end() {
      ending.abort();
      await Promise.all([heartbeats, locks]);
      await unregisterWorker(pool, { workerId: worker.id });
    },
  };
}

type LockActions = {
  takeLock(client: pg.Client): Promise<void>;
  continueWithoutLock(): Promise<void>;
  /** Fails the start: waiting would not help. */
  refuse(error: unknown): void;
};

const noSessions =
  'a connection pooler in transaction mode keeps no locks: the death of this worker will only be detected by its ' +
  'missing heartbeat, after 15 s; set DATABASE_DIRECT_URL to the address of PostgreSQL itself';

/** Holds the lock on a connection of its own, and takes it again when that breaks. */
async function holdLock(
  { databaseUrl, log }: PresenceOptions,
  { takeLock, continueWithoutLock, refuse }: LockActions,
  ending: AbortSignal,
): Promise<void> {
  let lastFailure: string | undefined;
  while (!ending.aborted) {
    let waitMs = relockDelayMs;
    const client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'collabcanvas-lock',
    });
    const broken = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
      ending.addEventListener('abort', () => resolve(), { once: true });
    });
    // PostgreSQL may still consider a broken session of this worker alive: waiting for its lock must end, too.
    const interrupt = () => void client.end().catch(() => undefined);
    ending.addEventListener('abort', interrupt, { once: true });
    try {
      await client.connect();
      if (await ownsSession(client, databaseUrl)) {
        await takeLock(client);
        lastFailure = undefined;
        await broken;
      } else {
        await continueWithoutLock();
        if (lastFailure !== noSessions) log.warn(noSessions);
        lastFailure = noSessions;
        waitMs = poolerRetryMs;
      }
    } catch (error) {
      // The next round tries again. Until then the heartbeat proves that the worker is alive.
      const failure = sentenceOf(error);
      if (failure !== lastFailure && !ending.aborted)
        log.warn({ err: error }, 'the lock of this worker could not be taken');
      lastFailure = failure;
      if (!ending.aborted && outageReason(error) === undefined) refuse(error);
    }
    ending.removeEventListener('abort', interrupt);
    await client.end().catch(() => undefined);
    await delay(waitMs, undefined, { signal: ending }).catch(() => undefined);
  }
}
