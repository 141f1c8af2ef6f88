import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { outageReason } from '../src/database/outages/outageReason.ts';
import { sendHeartbeat } from '../src/jobs/workers/sql/sendHeartbeat.ts';
import type { Logger } from '../src/log.ts';

const heartbeatMs = 500;

/** The worker was declared dead while it was stopped or cut off; other workers run its jobs now. */
export class DeclaredDeadError extends Error {
  override readonly name = 'DeclaredDeadError';
}

/**
 * Sends heartbeats until the signal is aborted. An outage of the database is logged once, when it begins.
 * @param options.afterEach Runs after each heartbeat.
 * @param options.intervalMs Between two heartbeats.
 * @throws DeclaredDeadError
 */
export async function sendHeartbeats(
  options: {
    pool: pg.Pool;
    workerId: string;
    afterEach: () => Promise<void>;
    log: Logger;
    intervalMs?: number;
  },
  ending: AbortSignal,
): Promise<void> {
  const { pool, workerId, afterEach, log, intervalMs = heartbeatMs } = options;
  let isInterrupted = false;
  while (!ending.aborted) {
    try {
      if (!(await sendHeartbeat(pool, { workerId })))
        throw new DeclaredDeadError('this worker was declared dead');
      if (isInterrupted) log.info('heartbeats are sent again');
      isInterrupted = false;
      await afterEach();
    } catch (error) {
      const outage = outageReason(error);
      if (outage === undefined) throw error;
      if (!isInterrupted) log.warn({ err: error }, `no heartbeat: the database ${outage}`);
      isInterrupted = true;
    }
    await delay(intervalMs, undefined, { signal: ending }).catch(() => undefined);
  }
}
