import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { coalesce } from './coalesce.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

test('many requests cause one run at once, and one more a second later', async () => {
  const run = vi.fn(async () => undefined);
  const { request } = coalesce(run);
  for (let count = 0; count < 5; count += 1) request();
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(999);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('nothing runs after it was stopped', async () => {
  const run = vi.fn(async () => undefined);
  const { request, stop } = coalesce(run);
  request();
  request();
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run).toHaveBeenCalledTimes(1);
});
