import type { HtmlTagDescriptor, Plugin } from 'vite';
import type { Bundle } from './bundle.ts';
import { drawPages } from './drawPages.ts';
import type { Drawn } from './drawPages.worker.ts';
import { showFirst } from './showFirst.ts';

const place = '/* first paint */';

/**
 * Has index.html show a page before any script is loaded: the build draws the pages, and inlines their styles and the
 * script that shows the drawing. In development, the script sets the theme and the language only.
 */
export function firstPaint(): Plugin {
  let drawing: Promise<Drawn[]> = Promise.resolve([]);
  return {
    name: 'first-paint',
    configResolved({ command }) {
      if (command !== 'build') return;
      drawing = drawPages();
      // It is reported where the drawing is used; until then it must not end the process.
      drawing.catch(() => undefined);
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const filled = html.replace(place, () => `(${showFirst})();`);
        if (!bundle) return filled;
        const withoutBlocking = loadScriptsLater(inlineStyles(filled, bundle));
        return { html: withoutBlocking, tags: (await drawing).map(templateTag) };
      },
    },
  };
}

/**
 * A request for styles would delay the first paint. The disabled link, which browsers don't fetch, is what Vite looks
 * for before it loads the styles of a page: without it they would be requested after all, and applied twice.
 */
function inlineStyles(html: string, bundle: Bundle): string {
  return html.replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (_link, file: string) => {
    const styles = bundle[file];
    if (styles?.type !== 'asset') throw new Error(`The build has no styles in ${file}.`);
    return `<style>${styles.source}</style><link rel="stylesheet" href="/${file}" disabled>`;
  });
}

/** Scripts are not needed for the first paint: what is needed for it, such as the font, is loaded before them. */
function loadScriptsLater(html: string): string {
  return html.replaceAll(/<(?:script type="module"|link rel="modulepreload") /g, '$&fetchpriority="low" ');
}

function templateTag({ language, path, html }: Drawn): HtmlTagDescriptor {
  const attrs = { lang: language, ...(path !== null && { 'data-path': path }) };
  return { tag: 'template', attrs, children: html, injectTo: 'head' };
}
