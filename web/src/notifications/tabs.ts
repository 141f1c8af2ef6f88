/**
 * The tabs of the app in one browser, by Web Locks: the browser releases the locks of a tab that is closed or has
 * crashed. Browsers offer them on secure origins only; elsewhere each tab is on its own.
 */

const visibleTab = 'collabcanvas visible tab';
/** In ms. Later, no tab reports the same event any more. */
const claimedFor = 60_000;

/** Holds a shared lock while this tab can be seen. Returns a function that stops it. */
export function markVisibleTab(): () => void {
  let release: () => void = () => undefined;
  function update(): void {
    release();
    if (document.visibilityState !== 'visible' || !navigator.locks) return;
    const hidden = Promise.withResolvers<void>();
    release = hidden.resolve;
    void navigator.locks.request(visibleTab, { mode: 'shared' }, () => hidden.promise);
  }
  update();
  document.addEventListener('visibilitychange', update);
  return () => {
    document.removeEventListener('visibilitychange', update);
    release();
  };
}

/** Whether some tab can be seen. */
export async function isAnyTabVisible(): Promise<boolean> {
  if (!navigator.locks) return document.visibilityState === 'visible';
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === visibleTab);
}

/** True for the first tab that claims an event. */
export function claim(key: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`collabcanvas ${key}`, { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock) await new Promise((end) => setTimeout(end, claimedFor));
    });
  });
}
