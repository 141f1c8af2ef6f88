// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { canvasPath, jobsPath, settingsPath } from '../../ui/paths.ts';
import { pages, preloadLinkedPages, preloadPage } from './pages.ts';

afterEach(() => vi.restoreAllMocks());

/** Records which pages are loaded, by their patterns. */
function recordLoads(): string[] {
  const loaded: string[] = [];
  for (const page of pages) {
    vi.spyOn(page, 'load').mockImplementation(() => {
      loaded.push(page.path);
      return Promise.reject(new Error('not here'));
    });
  }
  return loaded;
}

test.each([
  ['/', ['/']],
  ['/jobs/', ['/jobs']],
  [canvasPath('Q2FudmFzOjE='), ['/c/:id']],
  ['/nothing', []],
])('the page at %s is one of %o', (pathname, expected) => {
  const loaded = recordLoads();
  preloadPage(pathname);
  expect(loaded).toEqual(expected);
});

test('a page is loaded when the pointer or the focus reaches a link to it', () => {
  const loaded = recordLoads();
  document.body.innerHTML = `<a id="jobs" href="${jobsPath}"><b>Jobs</b></a><a id="settings" href="${settingsPath}">S</a><a id="other" href="https://example.org/jobs">O</a>`;
  const stop = preloadLinkedPages();
  document.querySelector('#other')?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  expect(loaded).toEqual([]);
  document.querySelector('b')?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  document.querySelector('#settings')?.dispatchEvent(new Event('focusin', { bubbles: true }));
  expect(loaded).toEqual([jobsPath, settingsPath]);
  stop();
  document.querySelector('#settings')?.dispatchEvent(new Event('focusin', { bubbles: true }));
  expect(loaded).toHaveLength(2);
});
