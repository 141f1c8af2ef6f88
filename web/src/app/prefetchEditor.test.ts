// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prefetchEditor } from './prefetchEditor.ts';

const relOfLink = () => document.querySelector('link')?.rel;

beforeEach(() => {
  document.head.innerHTML = '<link rel="editor" href="/editor.js" as="script">';
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestIdleCallback'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the files of the editor are fetched when the browser is idle', () => {
  prefetchEditor();
  vi.runAllTimers();
  expect(relOfLink()).toBe('prefetch');
});

test('they are not fetched for a visitor who saves data', () => {
  vi.stubGlobal('navigator', { connection: { saveData: true } });
  prefetchEditor();
  vi.runAllTimers();
  expect(relOfLink()).toBe('editor');
});
