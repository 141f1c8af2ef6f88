import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from './api.ts';

/** Subscribers who come back with `after` whenever they are cut off. */
export type Followers = {
  follow(jobId: string): void;
  /** How often they had to come back. */
  readonly resumed: number;
  /** Resolves when all have seen the end of their job, with what was wrong with what they saw. */
  finish(timeoutMs: number): Promise<string[]>;
  /** The number of events that each has seen. */
  readonly seen: ReadonlyMap<string, number>;
};

const comeBackMs = 100;

export function createFollowers(api: Api): Followers {
  const violations: string[] = [];
  const seen = new Map<string, number>();
  const running = new Set<string>();
  const leaving = new AbortController();
  let resumed = 0;

  /** Takes one subscription to its end. @returns Whether it completed, rather than broke. */
  const subscribeOnce = async (jobId: string): Promise<boolean> => {
    try {
      for await (const sequence of api.follow(jobId, seen.get(jobId) ?? 0)) {
        const expected = (seen.get(jobId) ?? 0) + 1;
        if (sequence !== expected) {
          violations.push(`a follower of ${jobId} saw ${sequence} in place of ${expected}`);
        }
        seen.set(jobId, sequence);
        if (leaving.signal.aborted) return false;
      }
      return true;
    } catch {
      return false;
    }
  };
  const follow = async (jobId: string) => {
    while (!leaving.signal.aborted) {
      if (await subscribeOnce(jobId)) break;
      resumed += 1;
      await delay(comeBackMs, undefined, { signal: leaving.signal }).catch(() => undefined);
    }
    running.delete(jobId);
  };
  return {
    seen,
    get resumed() {
      return resumed;
    },
    follow(jobId) {
      running.add(jobId);
      void follow(jobId);
    },
    async finish(timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      while (running.size > 0 && performance.now() < deadline) await delay(50);
      leaving.abort();
      return [...violations, ...[...running].map((jobId) => `a follower of ${jobId} never saw its end`)];
    },
  };
}
