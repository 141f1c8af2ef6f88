import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the page with Excalidraw alone as the web app is built. @returns The folder with its files. */
export async function buildBarePage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'collabcanvas-bare-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: { outDir, rolldownOptions: { input: join(import.meta.dirname, 'bareExcalidraw.html') } },
  });
  return outDir;
}
