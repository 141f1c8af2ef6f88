import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from './api.ts';

/** Subscribers that reconnect with `after` whenever their connection breaks. */
export type Subscribers = {
  subscribe(jobId: string): void;
  /** Number of reconnects so far. */
  readonly reconnects: number;
  /** Resolves when every job's log has been read to its end. @returns Violations of the order of events. */
  finish(timeoutMs: number): Promise<string[]>;
  /** The last sequence that each subscriber received, by job. */
  readonly received: ReadonlyMap<string, number>;
};

const reconnectMs = 100;

export function createSubscribers(api: Api): Subscribers {
  const violations: string[] = [];
  const received = new Map<string, number>();
  const running = new Set<string>();
  const stopping = new AbortController();
  let reconnects = 0;

  /** Reads one subscription to its end. @returns Whether it completed; false when it broke. */
  const subscribeOnce = async (jobId: string): Promise<boolean> => {
    try {
      for await (const sequence of api.subscribe(jobId, received.get(jobId) ?? 0)) {
        const expected = (received.get(jobId) ?? 0) + 1;
        if (sequence !== expected) {
          violations.push(`a subscriber of ${jobId} received ${sequence} instead of ${expected}`);
        }
        received.set(jobId, sequence);
        if (stopping.signal.aborted) return false;
      }
      return true;
    } catch {
      return false;
    }
  };
  const subscribe = async (jobId: string) => {
    while (!stopping.signal.aborted) {
      if (await subscribeOnce(jobId)) break;
      reconnects += 1;
      await delay(reconnectMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    running.delete(jobId);
  };
  return {
    received,
    get reconnects() {
      return reconnects;
    },
    subscribe(jobId) {
      running.add(jobId);
      void subscribe(jobId);
    },
    async finish(timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      while (running.size > 0 && performance.now() < deadline) await delay(50);
      stopping.abort();
      const unfinished = [...running].map(
        (jobId) => `a subscriber of ${jobId} did not receive its last event`,
      );
      return [...violations, ...unfinished];
    },
  };
}
