import { setTimeout as delay } from 'node:timers/promises';

/** Median duration of a call in milliseconds, after as many calls to warm up. */
export async function medianMs(count: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count * 2; index += 1) {
    const ms = await durationMs(() => work(index));
    if (index >= count) times.push(ms);
  }
  return percentile(times, 0.5);
}

/** Milliseconds that a call takes. */
export async function durationMs(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The value below which that part of the values is, from 0 to 1. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Waits until a time of `performance.now()`; not at all when it is past. */
export async function waitUntil(time: number): Promise<void> {
  const ms = time - performance.now();
  if (ms > 0) await delay(ms);
}

/** Repeats a call until that many seconds have passed, some calls at a time. @returns Milliseconds of each call. */
export async function repeatFor(
  seconds: number,
  parallel: number,
  work: (lane: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const deadline = performance.now() + seconds * 1_000;
  const repeat = async (_: unknown, lane: number) => {
    while (performance.now() < deadline) times.push(await durationMs(() => work(lane)));
  };
  await Promise.all(Array.from({ length: parallel }, repeat));
  return times;
}
