import { deviceStorage } from '../../storage/deviceStorage.ts';

/**
 * The tabs of the app in one browser, by Web Locks: the browser releases the locks of a tab that is closed or has
 * crashed. Browsers offer them on secure origins only; elsewhere each tab is on its own.
 */

const visibleTab = 'collabcanvas visible tab';
/** In ms: longer than other tabs take to read what is stored. */
const heldFor = 60_000;
const storageKey = 'notifications claimed';
/** More than there are in the list of notifications, each with a toast and a browser notification. */
const storedClaims = 200;

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

/**
 * True for the first tab that claims something, such as the report of an event. The lock decides between tabs that
 * claim at the same time; what is stored, for a tab that was asleep meanwhile, and after a reload.
 */
export function claim(key: string): Promise<boolean> {
  if (readClaims().includes(key)) return Promise.resolve(false);
  if (!navigator.locks) return Promise.resolve(storeClaim(key));
  return new Promise((resolve) => {
    const hold = async (lock: Lock | null) => {
      resolve(lock !== null && storeClaim(key));
      if (lock) await new Promise((end) => setTimeout(end, heldFor));
    };
    // A browser that refuses locks reports twice rather than never.
    navigator.locks
      .request(`collabcanvas ${key}`, { ifAvailable: true }, hold)
      .catch(() => resolve(storeClaim(key)));
  });
}

/** False if it is stored already. */
function storeClaim(key: string): boolean {
  const claims = readClaims();
  if (claims.includes(key)) return false;
  try {
    deviceStorage.setItem(storageKey, JSON.stringify([...claims, key].slice(-storedClaims)));
  } catch {
    // Without storage, the lock alone decides.
  }
  return true;
}

function readClaims(): string[] {
  try {
    const stored: unknown = JSON.parse(deviceStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}
