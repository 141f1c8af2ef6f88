// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { onRetryTrigger } from './retryTriggers.ts';
import { connection } from './socket.ts';

afterEach(() => {
  connection.set('idle');
  vi.restoreAllMocks();
});

function look(visibility: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

test.each([
  ['the network is back', () => dispatchEvent(new Event('online'))],
  ['the page is visible again', () => look('visible')],
  ['another subscription has got through', () => connection.set('live')],
])('retries when %s, until the listener is removed', (_when, happens) => {
  const listener = vi.fn();
  const stop = onRetryTrigger(listener);
  happens();
  expect(listener).toHaveBeenCalledTimes(1);
  stop();
  connection.set('idle');
  happens();
  expect(listener).toHaveBeenCalledTimes(1);
});

test('does not retry when the page is hidden or the connection is lost', () => {
  const listener = vi.fn();
  const stop = onRetryTrigger(listener);
  look('hidden');
  connection.set('lost');
  expect(listener).not.toHaveBeenCalled();
  stop();
});
