import { whenIdle } from '../ui/whenIdle.ts';

/** Data about the connection, where browsers have it. */
type Connection = { connection?: { saveData: boolean } };

/**
 * Downloads the editor when the browser is idle, so that a canvas opens at once, unless the user saves data. It is not
 * run before it is needed. The build lists its files in index.html, as links of a type that browsers ignore.
 */
export function prefetchEditor(): void {
  if ((navigator as Connection).connection?.saveData) return;
  whenIdle(() => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="editor"]'))
      link.rel = 'prefetch';
  });
}
