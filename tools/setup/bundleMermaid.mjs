// Bundles Mermaid for the worker, which only parses with it: as packages, Mermaid and what it draws with take
// 150 MB of an installation, as a bundle less than 10.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const outDir = join(root, 'worker/planners/diagramLanguages/mermaid/generated');

await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'node_modules/mermaid/dist/mermaid.core.mjs'),
    outDir,
    emptyOutDir: true,
    minify: false,
    target: 'node22',
    rolldownOptions: { output: { entryFileNames: 'mermaid.js', chunkFileNames: '[name]-[hash].js' } },
  },
});

await writeFile(join(outDir, 'mermaid.d.ts'), "export { default } from 'mermaid';\n");
