import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { type Bundle, chunksOf, withImports } from './bundle.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Fonts and images are already compressed. */
const compressible = /\.(?:css|html|js|json|md|svg|txt)$/;

/**
 * The highest quality makes the scripts of the first load 7 % smaller. For all of the editor's it would take far
 * longer than the rest of the build; above this quality they get hardly smaller.
 */
const lateQuality = 8;

/** Writes a brotli and a gzip copy of each file that gets smaller by it; the server sends the copies. */
export function precompress(): Plugin {
  let folder = '';
  let late = new Set<string>();
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    generateBundle: {
      // Before Vite removes the script that index.html names, which only imports others.
      order: 'pre',
      handler(_options, bundle) {
        late = lateScripts(bundle);
      },
    },
    async closeBundle() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && compressible.test(entry.name))
        .map(({ parentPath, name }) => join(parentPath, name));
      await Promise.all(files.map((file) => compress(file, qualityOf(relative(folder, file), late))));
    },
  };
}

function qualityOf(file: string, late: ReadonlySet<string>): number {
  return late.has(file) ? lateQuality : constants.BROTLI_MAX_QUALITY;
}

/** The scripts that contain code of packages only, and that no page needs to start. */
function lateScripts(bundle: Bundle): Set<string> {
  const chunks = chunksOf(bundle);
  const early = withImports(
    bundle,
    chunks.filter(({ isEntry }) => isEntry),
  );
  const late = chunks.filter((chunk) => !early.has(chunk) && chunk.moduleIds.every(isOfPackage));
  return new Set(late.map(({ fileName }) => fileName));
}

function isOfPackage(moduleId: string): boolean {
  return moduleId.includes('/node_modules/');
}

async function compress(file: string, quality: number): Promise<void> {
  const content = await readFile(file);
  const [brotli, gzipped] = await Promise.all([
    toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    toGzip(content, { level: 9 }),
  ]);
  if (brotli.length < content.length) await writeFile(`${file}.br`, brotli);
  if (gzipped.length < content.length) await writeFile(`${file}.gz`, gzipped);
}
