import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable } from './isUnavailable.ts';

const retryDelayMs = 250;

/**
 * Repeats work while the database is unavailable. The work has to be idempotent: it may have been done although its
 * answer was lost.
 * @throws The reason of `signal` when that is aborted during an outage.
 */
export async function retryWhileUnavailable<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      signal.throwIfAborted();
      await delay(retryDelayMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
