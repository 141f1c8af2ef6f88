// @vitest-environment happy-dom
import type { Client, Sink } from 'graphql-ws';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JobUpdatesDocument } from '../../generated/graphql.ts';
import { isSignInNeeded } from '../session.ts';
import { subscribe } from './subscribe.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  isSignInNeeded.set(false);
  vi.useRealTimers();
});

const unauthenticated = [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }];

test.each([
  ['the connection of an expired token is closed', () => new CloseEvent('close', { code: 4403 })],
  ['a connection without a token is closed', () => new CloseEvent('close', { code: 4401 })],
  ['the subscription needs a token', () => unauthenticated],
])('when %s, it waits for a sign-in, and opens again', (_what, cause) => {
  const sinks: Sink[] = [];
  const socket = {
    subscribe(_payload: unknown, sink: Sink) {
      sinks.push(sink);
      return () => undefined;
    },
  };
  const onRefused = vi.fn();
  const stop = subscribe(socket as unknown as Client, {
    document: JobUpdatesDocument,
    variables: () => ({}),
    onData: () => undefined,
    onRefused,
    isComplete: () => false,
  });
  sinks[0]?.error(cause());
  expect(isSignInNeeded.get()).toBe(true);
  vi.advanceTimersByTime(600_000);
  expect(sinks).toHaveLength(1);
  isSignInNeeded.set(false);
  vi.advanceTimersByTime(1_000);
  expect(sinks).toHaveLength(2);
  expect(onRefused).not.toHaveBeenCalled();
  stop();
});
