import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { reportRepeatedErrors } from '../../database/outages/repeatedErrors.ts';
import type { Logger } from '../../log.ts';
import type { OrderParameters } from '../queue/sql/queueOrder.ts';
import { sampleQueueDepth } from './sql/sampleQueueDepth.ts';

/** Some times a minute, so that every minute has a sample, also of jobs that wait for a part of it. */
const intervalMs = 10_000;

/**
 * Records the depth of the queue until it is stopped. Several processes may do this.
 * @returns Stops it.
 */
export function startQueueSampling(pool: pg.Pool, log: Logger, order: OrderParameters): () => Promise<void> {
  const stopping = new AbortController();
  const ended = sampleUntil(stopping.signal, pool, log, order);
  return async () => {
    stopping.abort();
    await ended;
  };
}

async function sampleUntil(
  stopping: AbortSignal,
  pool: pg.Pool,
  log: Logger,
  order: OrderParameters,
): Promise<void> {
  const errors = reportRepeatedErrors(log, 'recording the depth of the queue failed');
  while (!stopping.aborted) {
    try {
      await sampleQueueDepth(pool, order);
      errors.succeeded();
    } catch (error) {
      errors.failed(error);
    }
    await delay(intervalMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}
