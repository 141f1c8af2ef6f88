/** How the current address was reached; null: it is the one that the app was opened at. */
let latest: string | null = null;

/** Notes each navigation. The router dispatches events for those of its own. */
export function noteNavigations(): void {
  for (const type of ['pushState', 'replaceState', 'popstate']) {
    addEventListener(type, () => {
      latest = type;
    });
  }
}

/**
 * Begins at the top of a page that a navigation has led to, with the focus in its content, unless the page has placed
 * it already. The browser restores the position itself when it goes back.
 */
export function arriveAtPage(): void {
  if (latest === null) return;
  if (latest !== 'popstate') scrollTo(0, 0);
  const content = document.getElementById('content');
  if (!content || content.contains(document.activeElement)) return;
  content.tabIndex = -1;
  content.focus({ preventScroll: true });
}
