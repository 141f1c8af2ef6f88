import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('only one copy of graphql is installed, since a second would not know the types of the first', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8'));
  const copies = Object.keys(lock.packages).filter((path) => /(?:^|\/)node_modules\/graphql$/.test(path));
  expect(copies).toEqual(['node_modules/graphql']);
});
