import { expect, test } from 'vitest';
import { formatBytes } from './formats.ts';

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_000, '1 kB'],
  [1_234_567, '1.2 MB'],
  [5e15, '5,000 TB'],
])('%d bytes read “%s”', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
