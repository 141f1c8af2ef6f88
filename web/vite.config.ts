import { copyFile, cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import sirv from 'sirv';
import { defineConfig, type Plugin } from 'vite';
import { excalidrawWithoutRotation } from './build/excalidrawWithoutRotation.ts';
import { firstPaint } from './build/firstPaint.ts';
import { firstRequests } from './build/firstRequests.ts';
import { precompress } from './build/precompress.ts';
import { publishedDocs } from './build/publishedDocs.ts';

const API = process.env.VITE_API_TARGET ?? 'http://127.0.0.1:4000';

/**
 * Serves Excalidraw's fonts from the page's origin: in development from the package, in a build as a copy. Xiaolai
 * (13 MB of handwritten Chinese) is left out, because no text uses it.
 */
function excalidrawFonts(): Plugin {
  const entry = createRequire(import.meta.url).resolve('@excalidraw/excalidraw');
  const fonts = join(dirname(entry), '../prod/fonts');
  const folder = 'assets-excalidraw/fonts';
  let target = '';
  return {
    name: 'excalidraw-fonts',
    configResolved(config) {
      target = join(config.root, config.build.outDir, folder);
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}`, sirv(fonts, { dev: true }));
    },
    async writeBundle() {
      await cp(fonts, target, { recursive: true, filter: (source) => !source.includes('Xiaolai') });
    },
  };
}

/** Copies the manifest of trusted documents into the build. The server reads the file, but does not serve it. */
function trustedDocuments(): Plugin {
  let target = '';
  return {
    name: 'trusted-documents',
    configResolved(config) {
      target = join(config.root, config.build.outDir, '.trusted-documents.json');
    },
    async writeBundle() {
      await copyFile(join(import.meta.dirname, 'src/generated/trusted-documents.json'), target);
    },
  };
}

/**
 * Removes the CDN from Excalidraw's list of font sources. Browsers report each source that the page's content
 * security policy forbids, even if it is never used.
 */
function excalidrawWithoutCdn(): Plugin {
  const fallback = /`https:\/\/esm\.sh\/(?:[^`]|`[^`]*`)*?\/dist\/prod\/`/;
  return {
    name: 'excalidraw-without-cdn',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@excalidraw/excalidraw/dist') || !code.includes('https://esm.sh/')) return null;
      if (!fallback.test(code))
        this.error('The CDN is not found in Excalidraw: adapt the pattern to its new version');
      return {
        code: code.replace(fallback, "new URL('/assets-excalidraw/', location.origin).href"),
        map: null,
      };
    },
  };
}

/** Styles of the pages that index.html shows before their code is loaded, and of what they contain. */
const stylesOfFirstPages = /web\/src\/(?!canvas|editing|exporting|ops|thread|versions).*\.css$/;

/**
 * Few chunks, because each is a request: what every page needs, packages apart from the app, since browsers keep them
 * across its versions; what several pages need; and the automatic ones of each page and of the editor.
 */
const chunkGroups = [
  { name: 'app', test: stylesOfFirstPages },
  { name: 'pages', test: /src\/app\/earlyPage\.ts|preload-helper/ },
  { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
  { name: 'data', test: /node_modules\/(?:@?urql|wonka|graphql|graphql-ws|@0no-co\/graphql\.web)\// },
  { name: 'app', tags: ['$initial' as const] },
  // It requests its parts as soon as the editor runs. If the network was away then, no file could be opened or saved
  // until the page is reloaded.
  { name: 'files', test: /node_modules\/browser-fs-access\// },
  {
    name: 'shared',
    test: /web\/src\/|node_modules\/(?:@?radix|@floating-ui|react-remove-scroll|lucide)/,
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 3_000,
  },
];

/** Without the names of the chunks that a shared one is for. */
function shortName(name: string): string {
  return basename(name, extname(name)).replace(/~.*/, '');
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    excalidrawFonts(),
    trustedDocuments(),
    excalidrawWithoutCdn(),
    excalidrawWithoutRotation(),
    firstPaint(),
    firstRequests(),
    publishedDocs(),
    precompress(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // `light-dark()` and nesting are not compiled.
    cssTarget: ['chrome123', 'safari17.5', 'firefox128'],
    // The editor is one large chunk, which is loaded with the first canvas.
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) => `assets/${shortName(name)}-[hash][extname]`,
        codeSplitting: { groups: chunkGroups },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { target: API, ws: true } },
  },
});
