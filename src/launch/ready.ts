import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds after which a start is slow enough to say so. */
const SLOW = 30_000;

/**
 * Waits until a service says that it is ready.
 *
 * @param origin its address; `/ready` is asked
 * @param onSlow called once if that takes long, with what it answers
 */
export async function untilReady(
  origin: string,
  { signal, onSlow }: { signal: AbortSignal; onSlow: (answer: string) => void },
): Promise<void> {
  const slowAt = Date.now() + SLOW;
  let told = false;
  for (;;) {
    signal.throwIfAborted();
    const answer = await ask(`${origin}/ready`, signal);
    if (answer === undefined) return;
    if (!told && Date.now() > slowAt) {
      told = true;
      onSlow(answer);
    }
    await delay(50, undefined, { signal });
  }
}

/** @returns undefined when ready, else what it says */
async function ask(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) });
    const text = (await response.text()).slice(0, 200);
    return response.ok ? undefined : `${response.status} ${text}`;
  } catch {
    return 'no answer';
  }
}
