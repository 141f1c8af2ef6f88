import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { isUnavailable } from '../database/isUnavailable.ts';
import type { Logger } from '../log.ts';
import { recoverJobs } from './recoverJobs.ts';

const intervalMs = 250;

/**
 * Looks for workers that are gone, for as long as the process lives. Every process does, so that jobs are
 * recovered as long as any is left.
 * @returns Stops looking.
 */
export function startRecovery(pool: pg.Pool, log: Logger): () => Promise<void> {
  const stopping = new AbortController();
  const ended = look(pool, log, stopping.signal);
  return async () => {
    stopping.abort();
    await ended;
  };
}

async function look(pool: pg.Pool, log: Logger, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      for (const workerId of await recoverJobs(pool))
        log.warn({ workerId }, 'a worker is gone; its jobs were given back');
    } catch (error) {
      // During an outage of the database there is nothing to recover, and its other users report it.
      if (!isUnavailable(error)) log.error({ err: error }, 'looking for lost workers failed');
    }
    await delay(intervalMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}
