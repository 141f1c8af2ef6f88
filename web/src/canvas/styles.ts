/**
 * Loads again the stylesheets of the page that could not be loaded. Vite asks for a chunk's stylesheet once: a
 * second import of the chunk goes without it. Rejects if one still can't be loaded.
 */
export async function reloadFailedStyles(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  await Promise.all([...links].filter((link) => !hasRules(link)).map(reload));
}

/** What is left of a stylesheet that failed may be nothing, or one that is empty or that can't be read. */
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
    again.onload = () => resolve();
    again.onerror = () => reject(new Error(`Could not load ${link.href}`));
    link.replaceWith(again);
  });
}
