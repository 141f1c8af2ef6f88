import { canvasRoute, homePath, jobRoute, jobsPath, opsPath, settingsPath } from '../../ui/paths.ts';
import { lazyPage, type Page } from './lazyPage.ts';

/** All pages. Their addresses are also in `src/api/http/webApp.ts`. */
export const pages: readonly Page[] = [
  lazyPage(homePath, async () => (await import('../../home/HomePage.tsx')).HomePage),
  lazyPage(jobsPath, async () => (await import('../../dashboard/DashboardPage.tsx')).DashboardPage),
  lazyPage(jobRoute, async () => (await import('../../dashboard/job/JobPage.tsx')).JobPage),
  lazyPage(opsPath, async () => (await import('../../ops/OpsPage.tsx')).OpsPage),
  lazyPage(settingsPath, async () => (await import('../../settings/SettingsPage.tsx')).SettingsPage),
  lazyPage(canvasRoute, async () => (await import('../../canvas/CanvasPage.tsx')).CanvasPage),
];

/** Starts to load the code of the page at a path. A failure shows when the page is opened. */
export function preloadPage(pathname: string): void {
  const page = pages.find(({ path }) => new RegExp(`^${path.replace(/:\w+/, '[^/]+')}/?$`).test(pathname));
  page?.load().catch(() => undefined);
}

/** Loads a page when the pointer or the focus reaches a link to it. Returns a function that stops this. */
export function preloadLinkedPages(): () => void {
  const stop = new AbortController();
  for (const type of ['pointerover', 'focusin']) {
    addEventListener(type, preloadLinked, { passive: true, signal: stop.signal });
  }
  return () => stop.abort();
}

function preloadLinked({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link?.origin === location.origin) preloadPage(link.pathname);
}
