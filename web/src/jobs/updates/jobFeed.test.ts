// @vitest-environment happy-dom
import type { Client, Sink } from 'graphql-ws';
import { expect, test, vi } from 'vitest';
import { aJob } from '../fixtures.ts';
import { listenToJobs } from './jobFeed.ts';

/** A socket that records its subscriptions. */
function aSocket() {
  const sinks: Sink[] = [];
  const stopped = vi.fn();
  const socket = {
    subscribe(_: unknown, sink: Sink) {
      sinks.push(sink);
      return stopped;
    },
  };
  const report = (id: string) => sinks.at(-1)?.next({ data: { jobUpdates: aJob({ id }) } });
  return { socket: socket as unknown as Client, sinks, stopped, report };
}

test('listeners share one subscription, which the last one ends', () => {
  const { socket, sinks, stopped, report } = aSocket();
  const [first, second] = [vi.fn(), vi.fn()];
  const stopFirst = listenToJobs(socket, first);
  const stopSecond = listenToJobs(socket, second);
  report('a');
  expect(sinks).toHaveLength(1);
  expect(first).toHaveBeenCalledWith(expect.objectContaining({ id: 'a' }));
  expect(second).toHaveBeenCalledWith(expect.objectContaining({ id: 'a' }));
  stopFirst();
  report('b');
  expect(first).toHaveBeenCalledTimes(1);
  expect(stopped).not.toHaveBeenCalled();
  stopSecond();
  expect(stopped).toHaveBeenCalledOnce();
});

test('a late listener begins with the jobs that changed in the last 30 seconds', () => {
  vi.useFakeTimers();
  const { socket, report } = aSocket();
  listenToJobs(socket, vi.fn());
  report('old');
  vi.advanceTimersByTime(30_001);
  report('recent');
  const late = vi.fn();
  listenToJobs(socket, late);
  expect(late.mock.calls.map(([job]) => job.id)).toEqual(['recent']);
  vi.useRealTimers();
});
