import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutRotation } from './excalidrawWithoutRotation.ts';

test('the installed Excalidraw has one rotation handle, which is removed', async () => {
  const entry = createRequire(import.meta.url).resolve('@excalidraw/excalidraw');
  const folder = join(dirname(entry), '../prod');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const having = files.filter((code) => code.includes('.rotation?void 0:'));
  expect(having.map((code) => withoutRotation(code).includes('rotation:true?void 0:'))).toEqual([true]);
});

test('an Excalidraw without a known rotation handle is an error', () => {
  expect(() => withoutRotation('rotation: 1')).toThrow('adapt the pattern');
});
