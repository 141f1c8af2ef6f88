/**
 * Reloads the stylesheets that failed to load. Vite requests the stylesheet of a chunk once: a second import of the
 * chunk does not load it. Rejects if one fails again.
 *
 * One that is still loading looks the same. An import waits for the event of its element, so that gets the event, too.
 */
export async function reloadFailedStyles(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  await Promise.all([...links].filter((link) => !hasRules(link)).map(reload));
}

/** A stylesheet that failed is missing, empty or unreadable, depending on the browser. */
function hasRules({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

function reload(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const again = document.createElement('link');
    for (const { name, value } of link.attributes) again.setAttribute(name, value);
    again.onload = () => {
      link.dispatchEvent(new Event('load'));
      resolve();
    };
    again.onerror = () => {
      link.dispatchEvent(new Event('error'));
      reject(new Error(`Could not load ${link.href}`));
    };
    link.replaceWith(again);
  });
}
