import { setTimeout as delay } from 'node:timers/promises';

/** What was found out about a server by asking for its `/health`. */
export type Availability = {
  /** The clock of an outage starts anew: the service was killed, or paused, just now. */
  interrupted(): void;
  /** Longest outage since an interruption, in milliseconds. */
  readonly longestOutageMs: number;
  /** Milliseconds of answers that came. */
  readonly answerMs: readonly number[];
};

const intervalMs = 200;
const timeoutMs = 5_000;

/** Asks a server for `/health` again and again until the signal is aborted. */
export function watchAvailability(origin: string, stop: AbortSignal): Availability {
  const answerMs: number[] = [];
  let longest = 0;
  let lastUp = performance.now();
  const watch = async () => {
    while (!stop.aborted) {
      const asked = performance.now();
      const up = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(timeoutMs) })
        .then((response) => response.arrayBuffer().then(() => response.ok))
        .catch(() => false);
      const now = performance.now();
      if (up) {
        answerMs.push(now - asked);
        longest = Math.max(longest, now - lastUp);
        lastUp = now;
      }
      await delay(intervalMs);
    }
    longest = Math.max(longest, performance.now() - lastUp);
  };
  void watch();
  return {
    interrupted() {
      lastUp = performance.now();
    },
    get longestOutageMs() {
      return Math.max(longest, performance.now() - lastUp);
    },
    answerMs,
  };
}
