import { expect } from 'vitest';

/** Makes a text of about a length, in UTF-16 units. */
export type TextOf = (length: number) => string;

/** Repeats pieces between a beginning and an end. */
export const filled =
  (begin: string, piece: (at: number) => string, end: string): TextOf =>
  (length) => {
    let text = begin;
    for (let at = 0; text.length < length - end.length; at += 1) text += piece(at);
    return text.slice(0, length - end.length) + end;
  };

/** Processor time of this thread, in milliseconds: other programs of the machine do not count. */
export function costOf(action: () => void): number {
  const before = process.threadCpuUsage();
  action();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** Below this many milliseconds the times are those of the clock and the compiler, not of the text. */
export const floorMs = 4;
/** A text of four times the length takes four times as long; the square of its length would be sixteen times. */
const mostTimes = 6;
const attempts = 6;
/** Milliseconds above which it need not be measured again. */
const hopelessMs = 1_000;

/**
 * Expects that a text of 4,000 characters takes at most six times as long as one of 1,000. Goes by the best of
 * several times before it calls a text slow.
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
    if (longBest > hopelessMs) break;
    shortBest = Math.min(
      shortBest,
      costOf(() => read(short)),
    );
    if (longBest <= mostTimes * shortBest) return;
  }
  const most = mostTimes * Math.max(floorMs, Math.min(shortBest, hopelessMs));
  expect(longBest, JSON.stringify(long.slice(0, 80))).toBeLessThanOrEqual(most);
}
