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
 * Expects that a text of four times a length takes at most six times as long, or that it does so from the longer one on:
 * work that starts at some length, such as a limit that is reached, looks like a square between the first two lengths,
 * but not between the next two as well. A text counts as slow only by the best of several measurements.
 * @param from The first length, in UTF-16 units; less for what is slow, so that a test takes no longer than it must.
 */
export function expectLinear(textOf: TextOf, read: (text: string) => void, from = 1_000): void {
  const excesses: string[] = [];
  for (const short of [from, 4 * from]) {
    const [shortText, longText] = [textOf(short), textOf(4 * short)];
    const { shortMs, longMs } = bestTimes(
      () => read(shortText),
      () => read(longText),
    );
    if (longMs <= mostTimes * Math.max(floorMs, shortMs)) return;
    excesses.push(`${short} characters: ${shortMs} ms, ${4 * short} characters: ${longMs} ms`);
    if (longMs > tooSlowMs) break;
  }
  expect.fail(`${excesses.join('; ')}: ${JSON.stringify(textOf(80))}`);
}

/** The shortest of several measurements of each, until they show linear time. */
function bestTimes(readShort: () => void, readLong: () => void): { shortMs: number; longMs: number } {
  let [shortMs, longMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    longMs = Math.min(longMs, costOf(readLong));
    if (longMs <= mostTimes * floorMs) break;
    shortMs = Math.min(shortMs, costOf(readShort));
    if (longMs <= mostTimes * shortMs || longMs > tooSlowMs) break;
  }
  return { shortMs, longMs };
}
