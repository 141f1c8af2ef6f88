import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('the glossary names only files and folders that exist', () => {
  const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
  const paths = [...glossary.matchAll(/`((?:src|worker|web)\/[^`]*)`/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
