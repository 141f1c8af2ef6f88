import { whenIdle } from '../../ui/loading/whenIdle.ts';

/** Data about the connection, where browsers have it. */
type Connection = { connection?: { saveData: boolean } };

/**
 * Downloads the pages, the dialogs and the editor when the browser is idle, unless the user saves data: they open at
 * once, and without a connection. They are not run before they are needed. The build lists their files in index.html,
 * as links of a type that browsers ignore.
 */
export function prefetchWhenIdle(): void {
  if ((navigator as Connection).connection?.saveData) return;
  whenIdle(() => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="later"]')) link.rel = 'prefetch';
  });
}
