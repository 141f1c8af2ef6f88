import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { type Bundle, type Chunk, chunksOf, withImports } from './bundle.ts';

const earlyScript = 'earlyPage';

/** What can be opened from every page, so that it also opens without a connection. The editor is part of a canvas. */
const openedLater = [
  'CanvasPage',
  'CanvasStage',
  'HomePage',
  'DashboardPage',
  'JobPage',
  'SettingsPage',
  'GenerationDialog',
  'CommandPalette',
  'ShortcutsDialog',
  'OpenPopover',
  'NotificationList',
  'SignInDialog',
];

/** Has index.html name the files that a page needs first, and those that the app fetches when the browser is idle. */
export function firstRequests(): Plugin {
  return {
    name: 'first-requests',
    apply: 'build',
    buildStart() {
      const id = join(import.meta.dirname, `../src/app/${earlyScript}.ts`);
      this.emitFile({ type: 'chunk', id, name: earlyScript });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => [
        earlyTag(chunkNamed(bundle, earlyScript)),
        preloadedFont(bundle),
        ...filesForLater(bundle),
      ],
    },
  };
}

/** It runs without waiting for the scripts of the app. */
function earlyTag({ fileName }: Chunk): HtmlTagDescriptor {
  const attrs = { type: 'module', async: true, fetchpriority: 'low', crossorigin: true, src: `/${fileName}` };
  return { tag: 'script', attrs, injectTo: 'head' };
}

/** The font of Latin text, which every page shows. */
function preloadedFont(bundle: Bundle): HtmlTagDescriptor {
  const font = Object.keys(bundle).find((file) => file.includes('inter-latin-wght-normal'));
  if (!font) throw new Error('The build has no font of Latin text.');
  const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: true };
  return { tag: 'link', attrs, injectTo: 'head' };
}

function filesForLater(bundle: Bundle): HtmlTagDescriptor[] {
  const early = withImports(
    bundle,
    chunksOf(bundle).filter(({ isEntry }) => isEntry),
  );
  const chunks = withImports(
    bundle,
    openedLater.map((name) => chunkNamed(bundle, name)),
  );
  const files = [...chunks]
    .filter((chunk) => !early.has(chunk))
    .flatMap((chunk) => [chunk.fileName, ...stylesOf(chunk)]);
  const inlined = new Set([...early].flatMap(stylesOf));
  return [...new Set(files.filter((file) => !inlined.has(file)))].map((file) => ({
    tag: 'link',
    attrs: { rel: 'later', href: `/${file}`, as: file.endsWith('.css') ? 'style' : 'script' },
    injectTo: 'head',
  }));
}

function stylesOf({ viteMetadata }: Chunk): string[] {
  return [...(viteMetadata?.importedCss ?? [])];
}

function chunkNamed(bundle: Bundle, name: string): Chunk {
  const chunk = chunksOf(bundle).find((candidate) => candidate.name === name);
  if (!chunk) throw new Error(`The build has no chunk named ${name}.`);
  return chunk;
}
