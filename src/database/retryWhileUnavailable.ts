import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable } from './isUnavailable.ts';

const retryDelayMs = 250;

/**
 * Does something with the database, and does it again for as long as that cannot be reached. What is done must
 * bear being done twice: the answer of the first time may have been lost.
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
