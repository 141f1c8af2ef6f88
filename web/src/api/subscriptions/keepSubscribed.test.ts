import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepSubscribed, retryDelay, type Sink, type SubscriptionOptions } from './keepSubscribed.ts';

function setup(options: Partial<SubscriptionOptions<number>> = {}) {
  const sinks: Sink<number>[] = [];
  const closed: number[] = [];
  const received: number[] = [];
  const refused: unknown[] = [];
  const listeners = new Set<() => void>();
  const stop = keepSubscribed<number>({
    open(sink) {
      const attempt = sinks.push(sink) - 1;
      return () => closed.push(attempt);
    },
    onData: (data) => received.push(data),
    onRefused: (cause) => refused.push(cause),
    isFatal: () => false,
    isComplete: () => false,
    onRetryTrigger(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    random: () => 1,
    ...options,
  });
  const sink = (attempt: number): Sink<number> => {
    const found = sinks[attempt];
    if (!found) throw new Error(`attempt ${attempt} was not made`);
    return found;
  };
  const triggerRetry = () => {
    for (const listener of listeners) listener();
  };
  return { sinks, sink, closed, received, refused, listeners, triggerRetry, stop };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('keepSubscribed', () => {
  test('opens a new attempt after a failure, with increasing delays', () => {
    const { sinks, sink, stop } = setup();
    sink(0).error(new Error('gone'));
    vi.advanceTimersByTime(299);
    expect(sinks).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sinks).toHaveLength(2);
    sink(1).error(new Error('gone'));
    vi.advanceTimersByTime(599);
    expect(sinks).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sinks).toHaveLength(3);
    stop();
  });

  test('resets the delay once data has arrived', () => {
    const { sinks, sink, received, stop } = setup();
    sink(0).error(new Error('gone'));
    vi.advanceTimersByTime(300);
    sink(1).next(7);
    sink(1).error(new Error('gone'));
    vi.advanceTimersByTime(300);
    expect(sinks).toHaveLength(3);
    expect(received).toEqual([7]);
    stop();
  });

  test('treats an early completion as a server that shuts down', () => {
    const { sinks, sink, stop } = setup();
    sink(0).complete();
    vi.advanceTimersByTime(300);
    expect(sinks).toHaveLength(2);
    stop();
  });

  test('stops at a completion when all events have arrived', () => {
    const { sinks, sink } = setup({ isComplete: () => true });
    sink(0).complete();
    vi.advanceTimersByTime(60_000);
    expect(sinks).toHaveLength(1);
  });

  test('stops and reports when the server rejects the subscription', () => {
    const { sinks, sink, refused } = setup({ isFatal: () => true });
    sink(0).error('no');
    vi.advanceTimersByTime(60_000);
    expect(refused).toEqual(['no']);
    expect(sinks).toHaveLength(1);
  });

  test('retries at once on a trigger, once, and only while it waits', () => {
    const { sinks, sink, triggerRetry, stop } = setup();
    triggerRetry();
    expect(sinks).toHaveLength(1);
    sink(0).error(new Error('gone'));
    triggerRetry();
    triggerRetry();
    expect(sinks).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(sinks).toHaveLength(2);
    stop();
  });

  test('resets the delay after a stable attempt without data', () => {
    const { sinks, sink, triggerRetry, stop } = setup();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      sink(attempt).error(new Error('gone'));
      triggerRetry();
    }
    vi.advanceTimersByTime(60_000);
    sink(5).error(new Error('gone'));
    vi.advanceTimersByTime(300);
    expect(sinks).toHaveLength(7);
    stop();
  });

  test('ignores triggers once it has stopped', () => {
    const { sink, listeners } = setup({ isComplete: () => true });
    sink(0).complete();
    expect(listeners.size).toBe(0);
  });

  test('ignores data of an ended attempt, and any data once it has stopped', () => {
    const { sink, received, closed, stop } = setup();
    sink(0).error(new Error('gone'));
    sink(0).next(1);
    vi.advanceTimersByTime(300);
    stop();
    sink(1).next(2);
    sink(1).error(new Error('closed'));
    vi.advanceTimersByTime(60_000);
    expect(received).toEqual([]);
    expect(closed).toEqual([1]);
  });
});

test('delays double up to a limit and are never less than half', () => {
  expect([0, 1, 2].map((retry) => retryDelay(retry, () => 1))).toEqual([300, 600, 1200]);
  expect(retryDelay(20, () => 1)).toBe(15_000);
  expect(retryDelay(0, () => 0)).toBe(150);
});
