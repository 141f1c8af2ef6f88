import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { test as base, expect } from 'vitest';
import { precompress } from './precompress.ts';

const test = base.extend<{ root: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  root: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), 'collabcanvas-precompress-'));
    await use(root);
    await rm(root, { recursive: true, force: true });
  },
});

test('a build has a brotli and a gzip copy of each file that gets smaller by it', async ({ root }) => {
  const text = `<!doctype html><title>${'long '.repeat(500)}</title>`;
  await writeFile(join(root, 'index.html'), text);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      precompress(),
      {
        name: 'files',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'tiny.txt', source: 'x' });
          this.emitFile({ type: 'asset', fileName: 'font.woff2', source: 'a'.repeat(5_000) });
          this.emitFile({ type: 'asset', fileName: '.hidden.json', source: ' '.repeat(5_000) });
        },
      },
    ],
  });
  const dist = join(root, 'dist');
  expect((await readdir(dist)).sort()).toEqual([
    '.hidden.json',
    'font.woff2',
    'index.html',
    'index.html.br',
    'index.html.gz',
    'tiny.txt',
  ]);
  const page = await readFile(join(dist, 'index.html'), 'utf8');
  expect(page).toContain('long long');
  expect(brotliDecompressSync(await readFile(join(dist, 'index.html.br'))).toString()).toBe(page);
  expect(gunzipSync(await readFile(join(dist, 'index.html.gz'))).toString()).toBe(page);
});
