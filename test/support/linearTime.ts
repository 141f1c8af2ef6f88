import { expect } from 'vitest';

/** Makes a text of about a length, in UTF-16 units. */
export type TextOf = (length: number) => string;

/** Repeats pieces between a beginning and an end. */
export function filled(begin: string, piece: (at: number) => string, end: string): TextOf {
  return (length) => {
    let text = begin;
    for (let at = 0; text.length < length - end.length; at += 1) text += piece(at);
    return text.slice(0, length - end.length) + end;
  };
}

/** Measures the CPU time of this thread in milliseconds; other processes do not count. */
export function costOf(action: () => void): number {
  const before = process.threadCpuUsage();
  action();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** Shorter times, in milliseconds, are dominated by the clock and the compiler. */
export const floorMs = 4;
/** A text of four times the length takes four times as long; the square of its length would be sixteen times. */
const mostTimes = 6;
const attempts = 6;
/** Milliseconds above which another measurement is pointless. */
const tooSlowMs = 1_000;

/**
 * Expects that a text of 4,000 characters takes at most six times as long as one of 1,000. A text counts as slow only
 * by the best of several measurements.
 */
export function expectLinear(textOf: TextOf, read: (text: string) => void): void {
  const [short, long] = [textOf(1_000), textOf(4_000)];
  let [shortBest, longBest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    longBest = Math.min(
      longBest,
      costOf(() => read(long)),
    );
    if (longBest <= mostTimes * floorMs) return;
    if (longBest > tooSlowMs) break;
    shortBest = Math.min(
      shortBest,
      costOf(() => read(short)),
    );
    if (longBest <= mostTimes * shortBest) return;
  }
  const most = mostTimes * Math.max(floorMs, Math.min(shortBest, tooSlowMs));
  expect(longBest, JSON.stringify(long.slice(0, 80))).toBeLessThanOrEqual(most);
}
