import { expect, test } from 'vitest';
import { formatAge, formatCountdown, formatDuration, secondsUntil } from './duration.ts';

test.each([
  [-5, '0.0 s'],
  [840, '0.8 s'],
  [9_940, '9.9 s'],
  [9_960, '10 s'],
  [59_600, '1 min'],
  [185_000, '3 min 5 s'],
  [7_800_000, '2 h 10 min'],
])('%i ms is %s', (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});

test('a countdown has a clock beyond a minute and ends at 0', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(secondsUntil('2026-01-01T00:02:05Z', now)).toBe(125);
  expect(secondsUntil('2025-12-31T23:59:00Z', now)).toBe(0);
  expect(formatCountdown(125)).toBe('2:05');
  expect(formatCountdown(8)).toBe('8 s');
});

test('an age is told in its largest unit', () => {
  const now = Date.parse('2026-01-02T00:00:00Z');
  expect(formatAge('2026-01-01T23:59:40Z', now)).toBe('just now');
  expect(formatAge('2026-01-01T23:55:00Z', now)).toBe('5 minutes ago');
  expect(formatAge('2026-01-01T00:00:00Z', now)).toBe('yesterday');
});
