/** In ms: longer than a page takes to load what it shows. */
const loadingTime = 2_000;

/** In ms: a page that is never idle must not wait for ever. */
const longestWait = 3_000;

/** Calls back after the page has loaded, when the browser has nothing else to do. */
export function whenIdle(callback: () => void): void {
  setTimeout(() => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(callback, { timeout: longestWait });
    else callback();
  }, loadingTime);
}
