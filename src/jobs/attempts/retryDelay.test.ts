import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './retryDelay.ts';

const schedule = { firstDelayMs: 2_000, baseMs: 120_000, maxMs: 480_000 };
const delays = (random: number) =>
  [1, 2, 3, 4, 5, 40].map((failures) => retryDelayMs(schedule, failures, undefined, random));

describe('retryDelayMs', () => {
  it('retries soon, then from the base on doubling to the maximum', () => {
    expect(delays(0)).toEqual([2_000, 120_000, 240_000, 480_000, 480_000, 480_000]);
  });

  it('takes off a fifth at most', () => {
    expect(delays(1)).toEqual([1_600, 96_000, 192_000, 384_000, 384_000, 384_000]);
  });

  it('waits as long as the provider asks for, without jitter', () => {
    expect(retryDelayMs(schedule, 1, 90_500.2, 1)).toBe(90_501);
    expect(retryDelayMs(schedule, 9, 0, 1)).toBe(0);
  });
});
