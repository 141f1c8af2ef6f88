// @vitest-environment happy-dom

import { afterEach, expect, test, vi } from 'vitest';
import { formatBytes, formatMoment, formatProgress } from './formats.ts';
import { chooseLanguage } from './language.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await chooseLanguage('en');
});

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

test('dates are written as in the region that the browser prefers, where it speaks the language of the page', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-FR', 'en-GB', 'en-US']);
  const moment = new Date(2026, 11, 25, 14, 5, 9).toISOString();
  expect(formatMoment(moment)).toBe('25/12/2026, 14:05:09');
  await chooseLanguage('de');
  expect(formatMoment(moment)).toBe('25.12.2026, 14:05:09');
});
