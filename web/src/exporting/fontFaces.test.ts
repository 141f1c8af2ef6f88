import { afterEach, expect, test, vi } from 'vitest';
import { coversAny, fontFacesFor } from './fontFaces.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['U+0000-00FF, U+20AC', 'Ship', true],
  ['U+0000-00FF, U+20AC', '€', true],
  ['U+0400-045F', 'Ship', false],
  ['U+0400-045F', 'Путь', true],
  ['U+0000-00FF', '🧭', false],
])('the range %s covers a character of “%s”: %s', (range, text, holds) => {
  expect(coversAny(range, text)).toBe(holds);
});

test('only the fonts that the text needs are embedded', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response(new Uint8Array([1, 2, 255]));
  });
  expect((await fontFacesFor('Путь')).match(/@font-face/g)).toHaveLength(1);
  expect(await fontFacesFor('Way')).toContain('url(data:font/woff2;base64,AQL/)');
  expect(new Set(asked).size).toBe(2);
});

test('an image is not exported without its fonts', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(fontFacesFor('Way')).rejects.toThrow('could not be loaded');
});
