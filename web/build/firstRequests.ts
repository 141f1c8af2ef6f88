import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { type Bundle, type Chunk, chunksOf, withImports } from './bundle.ts';

const earlyScript = 'earlyPage';

/** Has index.html name the files that a page needs first, and those of the editor, which the app loads when idle. */
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
        ...editorFiles(bundle),
      ],
    },
  };
}

/** It runs without waiting for the scripts of the app. */
function earlyTag({ fileName }: Chunk): HtmlTagDescriptor {
  const attrs = { type: 'module', async: true, crossorigin: true, src: `/${fileName}` };
  return { tag: 'script', attrs, injectTo: 'head' };
}

/** The font of Latin text, which every page shows. */
function preloadedFont(bundle: Bundle): HtmlTagDescriptor {
  const font = Object.keys(bundle).find((file) => file.includes('inter-latin-wght-normal'));
  if (!font) throw new Error('The build has no font of Latin text.');
  const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: true };
  return { tag: 'link', attrs, injectTo: 'head' };
}

function editorFiles(bundle: Bundle): HtmlTagDescriptor[] {
  const early = withImports(
    bundle,
    chunksOf(bundle).filter(({ isEntry }) => isEntry),
  );
  const chunks = withImports(bundle, [chunkNamed(bundle, 'CanvasPage'), chunkNamed(bundle, 'CanvasStage')]);
  const files = [...chunks]
    .filter((chunk) => !early.has(chunk))
    .flatMap((chunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])]);
  return files.map((file) => ({
    tag: 'link',
    attrs: { rel: 'editor', href: `/${file}`, as: file.endsWith('.css') ? 'style' : 'script' },
    injectTo: 'head',
  }));
}

function chunkNamed(bundle: Bundle, name: string): Chunk {
  const chunk = chunksOf(bundle).find((candidate) => candidate.name === name);
  if (!chunk) throw new Error(`The build has no chunk named ${name}.`);
  return chunk;
}
