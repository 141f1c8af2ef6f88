import { expect, test } from 'vitest';
import { badgeOf, meanProgress } from './useTabBadge.ts';

test('the progress is that of all running jobs together', () => {
  expect(meanProgress([])).toBeNull();
  expect(meanProgress([{ progress: 0.25 }, { progress: 0.5 }])).toBe(0.38);
});

test('the title shows progress while jobs run, and then how many have ended unseen', () => {
  expect(badgeOf(0.38, 2)).toBe('38% ·');
  expect(badgeOf(null, 2)).toBe('(2)');
  expect(badgeOf(null, 0)).toBe('');
});
