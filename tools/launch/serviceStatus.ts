import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds after which a slow start is reported. */
const slowMs = 30_000;

/** Milliseconds between two requests, at first and when it takes long. */
const pollMs = 50;
const slowPollMs = 500;

/**
 * Waits until a service answers that it is ready.
 *
 * @param url address of its readiness
 * @param onSlow called once if that takes long, with what it answers
 */
export async function untilReady(
  url: string,
  { signal, onSlow }: { signal: AbortSignal; onSlow: (answer: string) => void },
): Promise<void> {
  const slowAt = Date.now() + slowMs;
  let isReported = false;
  for (;;) {
    signal.throwIfAborted();
    const answer = await ask(url, signal);
    if (answer === undefined) return;
    if (!isReported && Date.now() > slowAt) {
      isReported = true;
      onSlow(answer);
    }
    await delay(isReported ? slowPollMs : pollMs, undefined, { signal });
  }
}

/** @returns Undefined when the service is ready, else its answer. */
async function ask(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) });
    const text = (await response.text()).slice(0, 200);
    return response.ok ? undefined : `${response.status} ${text}`;
  } catch {
    return 'no answer';
  }
}

/** Jobs that a worker is running, by its metrics; 0 when it does not answer. */
export async function countRunningJobs(origin: string): Promise<number> {
  try {
    const response = await fetch(`${origin}/metrics`, { signal: AbortSignal.timeout(1_000) });
    return Number(/^collabcanvas_running_attempts (\d+)$/m.exec(await response.text())?.[1] ?? 0);
  } catch {
    return 0;
  }
}
