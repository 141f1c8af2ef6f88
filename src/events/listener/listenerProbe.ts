import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from '../../database/connection.ts';

const timeoutMs = 3_000;

/**
 * Tests whether a connection that listens really receives: a notification is sent to it, from another session
 * and while it is idle.
 *
 * Both matter. A pooler in transaction mode lends one server connection to many clients, each for a transaction.
 * `LISTEN` succeeds, on a server connection that the listener then gives back; what arrives there is passed to
 * whoever uses it at that moment, and dropped when nobody does. A notification that the listener sends itself
 * comes back within its own transaction, and would prove nothing.
 */
export class Echo {
  /** The channel that the connection has to listen on: nobody else's. */
  readonly channel: string;
  #sent = 0;
  #heard = 0;
  #onHeard: (() => void) | undefined;

  constructor(channel: string) {
    this.channel = channel;
  }

  /** A notification came in on the channel. */
  arrived(payload: string): void {
    this.#heard = Math.max(this.#heard, Number(payload));
    this.#onHeard?.();
  }

  /**
   * @param listener The connection that listens.
   * @param other What the notification is sent through.
   * @returns Whether it arrived; undefined when it could not be sent, so that nothing is known.
   * @throws Error when the connection that listens is dead.
   */
  async test(listener: Sql, other: Sql, signal: AbortSignal): Promise<boolean | undefined> {
    this.#sent += 1;
    const number = this.#sent;
    const heard = new Promise<void>((resolve) => {
      this.#onHeard = () => this.#heard >= number && resolve();
    });
    const sent = other.query('SELECT pg_notify($1, $2)', [this.channel, String(number)]);
    const wasSent = await settlesInTime(sent, signal);
    if (wasSent && (await settlesInTime(heard, signal))) return true;
    if (signal.aborted) return undefined;
    // A sign of life. Its answer comes after all that was on its way, in case we were too busy to read that.
    await listener.query('SELECT 1');
    if (this.#heard >= number) return true;
    return wasSent ? false : undefined;
  }
}

/** Whether the promise resolves in time, and before the signal is aborted. */
async function settlesInTime(promise: Promise<unknown>, signal: AbortSignal): Promise<boolean> {
  const timer = new AbortController();
  const tooLate = delay(timeoutMs, false, { signal: AbortSignal.any([signal, timer.signal]) });
  try {
    return await Promise.race([promise.then(() => true), tooLate]);
  } catch {
    return false;
  } finally {
    timer.abort();
    tooLate.catch(() => undefined);
  }
}
