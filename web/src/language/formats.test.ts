// @vitest-environment happy-dom

import { afterEach, expect, test } from 'vitest';
import { formatBytes, formatProgress } from './formats.ts';
import { chooseLanguage } from './language.ts';

afterEach(() => chooseLanguage('en'));

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [1_234_567, '1.2 MB'],
  [5e15, '5,000 TB'],
])('%d bytes read “%s”', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('progress is in whole percent, as its language writes them', async () => {
  expect(formatProgress(0.456)).toBe('46%');
  await chooseLanguage('de');
  expect(formatProgress(0.456)).toBe('46\u00a0%');
});
