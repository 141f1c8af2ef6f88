import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RecentValues } from './recentValues.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('a value is kept for its time', () => {
  const values = new RecentValues<number>(2, 1_000);
  values.set('a', 1);
  vi.advanceTimersByTime(999);
  expect(values.get('a')).toBe(1);
  vi.advanceTimersByTime(1);
  expect(values.get('a')).toBeUndefined();
});

test('the oldest value makes place for a new one', () => {
  const values = new RecentValues<number>(2, 1_000);
  values.set('a', 1);
  values.set('b', 2);
  values.set('a', 3);
  values.set('c', 4);
  expect(['a', 'b', 'c'].map((key) => values.get(key))).toEqual([3, undefined, 4]);
});
