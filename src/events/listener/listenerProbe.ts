import { setTimeout as delay } from 'node:timers/promises';
import { ping } from '../../database/connection.ts';
import type { Sql } from '../../database/statement.ts';
import { notify } from './sql/notify.ts';

const timeoutMs = 3_000;

/**
 * Tests whether a connection that listens receives: a notification is sent to it from another session, while it is idle.
 *
 * Both conditions matter. A pooler in transaction mode lends one server connection to many clients, each for a
 * transaction. `LISTEN` succeeds on a server connection that the listener then gives back; notifications that arrive
 * there go to whichever client uses it at that moment, and are dropped when there is none. A notification that the
 * listener sends itself would arrive within its own transaction and prove nothing.
 */
export class ListenerProbe {
  /** The channel that the connection has to listen on; used by this probe only. */
  readonly channel: string;
  #sent = 0;
  #received = 0;
  #onReceived: (() => void) | undefined;

  constructor(channel: string) {
    this.channel = channel;
  }

  /** Takes a notification on the channel. */
  receive(payload: string): void {
    this.#received = Math.max(this.#received, Number(payload));
    this.#onReceived?.();
  }

  /**
   * Sends a notification and waits for it.
   * @param listener The connection that listens.
   * @param sender Another session.
   * @returns Whether it arrived; undefined when it could not be sent, so that nothing is known.
   * @throws Error when the connection that listens is dead.
   */
  async send(listener: Sql, sender: Sql, signal: AbortSignal): Promise<boolean | undefined> {
    this.#sent += 1;
    const number = this.#sent;
    const received = new Promise<void>((resolve) => {
      this.#onReceived = () => this.#received >= number && resolve();
    });
    const sent = notify(sender, { channel: this.channel, payload: String(number) });
    const wasSent = await settlesInTime(sent, signal);
    if (wasSent && (await settlesInTime(received, signal))) return true;
    if (signal.aborted) return undefined;
    // Throws on a dead connection. The answer comes after everything that was sent before, which this process may have
    // been too busy to read.
    await ping(listener);
    if (this.#received >= number) return true;
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
