import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../../config.ts';

/** The WebSockets of a server that drains. */
export type DrainedSockets = {
  /** Closes those without a running operation. */
  closeIdle(): void;
  /** Closes all of them. */
  closeAll(): Promise<void>;
};

/** Stops a server without failing requests. */
export type Drain = {
  /** Whether the process stops: `/ready` answers 503, and every answer closes its connection. */
  readonly hasBegun: boolean;
  /** Whether connections are refused by now. */
  readonly isClosed: boolean;
  /**
   * Stops the server. First it serves as before while `/ready` answers 503, so that load balancers remove it; then it
   * accepts no more connections, and requests in progress get time; what remains is aborted.
   * @param hurry Aborted to skip all waits.
   */
  stop(server: Server, sockets: DrainedSockets, hurry: AbortSignal): Promise<void>;
};

export function createDrain(times: Pick<Config, 'DRAIN_NOTICE_MS' | 'DRAIN_TIMEOUT_MS'>): Drain {
  let hasBegun = false;
  let isClosed = false;
  return {
    get hasBegun() {
      return hasBegun;
    },
    get isClosed() {
      return isClosed;
    },
    async stop(server, sockets, hurry) {
      hasBegun = true;
      await pause(times.DRAIN_NOTICE_MS, hurry);
      await untilNothingIsPending(server);
      isClosed = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      sockets.closeIdle();
      await Promise.race([closed, pause(times.DRAIN_TIMEOUT_MS, hurry)]);
      await sockets.closeAll();
      // Event streams are aborted: their clients reconnect after the last event that they have. A regular end would mean
      // that the job has ended.
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Milliseconds of a turn of the event loop that was idle. */
const quietTurnMs = 0.3;
/** Milliseconds after which a server that is never idle is closed anyway. */
const maxWaitMs = 200;

/**
 * Resolves when no connection is pending: closing resets those that the kernel has accepted and Node.js has not. A turn
 * of the event loop accepts one, so there are none right after a turn that took next to no time and accepted nothing.
 */
async function untilNothingIsPending(server: Server): Promise<void> {
  let accepted = 0;
  const count = () => {
    accepted += 1;
  };
  server.on('connection', count);
  const closeAt = performance.now() + maxWaitMs;
  while (performance.now() < closeAt) {
    const before = { accepted, at: performance.now() };
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (accepted === before.accepted && performance.now() - before.at < quietTurnMs) break;
  }
  server.off('connection', count);
}

async function pause(milliseconds: number, hurry: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal: hurry, ref: false }).catch(() => undefined);
}
