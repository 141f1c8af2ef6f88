import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...(await Array.fromAsync(glob('docs/**/*.md', { cwd: root }))),
];

/** Paths that a build makes, or that are examples of a file to add. */
const exceptions = /^(web\/dist|worker\/planners\/gemini)\b/;

const isMissing = (path: string) => !exceptions.test(path) && !existsSync(join(root, path));

it.each(documents)('%s names only files that exist', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const paths = text.matchAll(/`((?:src|worker|web|test|tools|bench|prisma)\/[\w./-]+)`/g);
  const links = text.matchAll(/\]\((?!https?:)([\w./-]+)(?:#[\w-]*)?\)/g);
  const named = [
    ...Array.from(paths, ([, path = '']) => path),
    ...Array.from(links, ([, link = '']) => join(dirname(document), link)),
  ];
  expect(named.filter(isMissing)).toEqual([]);
});
