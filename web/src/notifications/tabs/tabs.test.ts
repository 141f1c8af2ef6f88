// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claim } from './tabs.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('what is claimed once is not claimed again, not even after the locks are gone', async () => {
  expect(await claim('job-1')).toBe(true);
  expect(await claim('job-1')).toBe(false);
  expect(await claim('job-2')).toBe(true);
});

test('a tab that does not get the lock does not claim', async () => {
  const request = async (_name: string, _options: object, hold: (lock: null) => unknown) => hold(null);
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await claim('job-1')).toBe(false);
});

test('a browser that refuses locks claims', async () => {
  const request = () => Promise.reject(new DOMException('No locks here', 'SecurityError'));
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await claim('job-1')).toBe(true);
});
