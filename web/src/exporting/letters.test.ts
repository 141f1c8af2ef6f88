import { afterEach, expect, test, vi } from 'vitest';
import { holdsAny, lettersFor } from './letters.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['U+0000-00FF, U+20AC', 'Ship', true],
  ['U+0000-00FF, U+20AC', '€', true],
  ['U+0400-045F', 'Ship', false],
  ['U+0400-045F', 'Путь', true],
  ['U+0000-00FF', '🧭', false],
])('the range %s holds a character of “%s”: %s', (range, text, holds) => {
  expect(holdsAny(range, text)).toBe(holds);
});

test('only the files with letters of the text are brought along', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response(new Uint8Array([1, 2, 255]));
  });
  expect((await lettersFor('Путь')).match(/@font-face/g)).toHaveLength(1);
  expect(await lettersFor('Way')).toContain('url(data:font/woff2;base64,AQL/)');
  expect(new Set(asked).size).toBe(2);
});

test('a picture without its letters is none', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(lettersFor('Way')).rejects.toThrow('could not be loaded');
});
