import { setTimeout as delay } from 'node:timers/promises';

/** What requests for a server's `/health` have shown. */
export type Availability = {
  /** Whether the latest request was answered. */
  readonly isUp: boolean;
  /** Records the outage so far, and measures from now on: the scenario has just killed or paused the process. */
  noteFault(): void;
  /** Longest time without an answer since the last answer or fault, in milliseconds. */
  readonly longestOutageMs: number;
  /** Durations of the answered requests, in milliseconds. */
  readonly answerMs: readonly number[];
};

const intervalMs = 200;
const timeoutMs = 5_000;

/** Requests `/health` every 200 ms until the signal is aborted. */
export function watchAvailability(origin: string, stop: AbortSignal): Availability {
  const answerMs: number[] = [];
  let longestMs = 0;
  let measuredFrom = performance.now();
  let isUp = true;
  const recordOutage = (now: number) => {
    longestMs = Math.max(longestMs, now - measuredFrom);
    measuredFrom = now;
  };
  const watch = async () => {
    while (!stop.aborted) {
      const sentAt = performance.now();
      isUp = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(timeoutMs) })
        .then((response) => response.arrayBuffer().then(() => response.ok))
        .catch(() => false);
      if (isUp) {
        const now = performance.now();
        answerMs.push(now - sentAt);
        recordOutage(now);
      }
      await delay(intervalMs);
    }
  };
  void watch();
  return {
    get isUp() {
      return isUp;
    },
    noteFault: () => recordOutage(performance.now()),
    get longestOutageMs() {
      return Math.max(longestMs, performance.now() - measuredFrom);
    },
    answerMs,
  };
}
