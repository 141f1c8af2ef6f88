// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prefetchWhenIdle } from './prefetchWhenIdle.ts';

const relOfLink = () => document.querySelector('link')?.rel;

beforeEach(() => {
  document.head.innerHTML = '<link rel="later" href="/editor.js" as="script">';
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestIdleCallback'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is needed later is fetched when the browser is idle', () => {
  prefetchWhenIdle();
  vi.runAllTimers();
  expect(relOfLink()).toBe('prefetch');
});

test('it is not fetched for a visitor who saves data', () => {
  vi.stubGlobal('navigator', { connection: { saveData: true } });
  prefetchWhenIdle();
  vi.runAllTimers();
  expect(relOfLink()).toBe('later');
});
