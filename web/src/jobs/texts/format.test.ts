// @vitest-environment happy-dom

import { afterEach, expect, test } from 'vitest';
import { chooseLanguage } from '../../language/language.ts';
import {
  firstLine,
  formatAge,
  formatCost,
  formatCountdown,
  formatDuration,
  formatQueuePosition,
  secondsUntil,
} from './format.ts';

afterEach(() => chooseLanguage('en'));

test.each([
  [-5, '0.0 s'],
  [840, '0.8 s'],
  [9_940, '9.9 s'],
  [9_960, '10 s'],
  [59_600, '1 min'],
  [185_000, '3 min 5 s'],
  [7_800_000, '2 h 10 min'],
])('%i ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test('durations and costs have the decimal separator of the language', async () => {
  expect(formatCost(0.0123)).toBe('about US$ 0.0123');
  await chooseLanguage('de');
  expect(formatDuration(2_500)).toBe('2,5 s');
  expect(formatCost(0.01)).toBe('etwa 0,0100 US$');
});

test('a countdown has minutes and seconds from one minute on, and ends at 0', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(secondsUntil('2026-01-01T00:02:05Z', now)).toBe(125);
  expect(secondsUntil('2025-12-31T23:59:00Z', now)).toBe(0);
  expect(formatCountdown(125)).toBe('2:05');
  expect(formatCountdown(8)).toBe('8 s');
});

test('an age is given in its largest unit', () => {
  const now = Date.parse('2026-01-02T00:00:00Z');
  expect(formatAge('2026-01-01T23:59:40Z', now)).toBe('just now');
  expect(formatAge('2026-01-01T23:55:00Z', now)).toBe('5 minutes ago');
  expect(formatAge('2026-01-01T00:00:00Z', now)).toBe('yesterday');
});

test.each([
  [1, '1st in queue'],
  [2, '2nd in queue'],
  [3, '3rd in queue'],
  [11, '11th in queue'],
  [22, '22nd in queue'],
  [1003, '1,003rd in queue'],
])('position %i reads “%s”', (position, text) => {
  expect(formatQueuePosition(position)).toBe(text);
});

test.each([
  ['A flow of three steps', 'A flow of three steps'],
  ['A board:\n- To do\n- Done', 'A board: …'],
  ['A board:\r\n\r\n- To do', 'A board: …'],
  ['\n  A flow  \n\n', 'A flow'],
  ['', ''],
])('%j is shown as %j', (text, shown) => {
  expect(firstLine(text)).toBe(shown);
});
