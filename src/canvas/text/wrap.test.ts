import { expect, test } from 'vitest';
import { expectLinear, filled } from '../../../test/support/linearTime.ts';
import { textWidth } from './font.ts';
import { wrapLines } from './wrap.ts';

test('breaks between words', () => {
  expect(wrapLines('Show the error and let them retry', 120, 16)).toEqual([
    'Show the error',
    'and let them',
    'retry',
  ]);
});

test('breaks a word only when it is wider than a line', () => {
  const lines = wrapLines('a Donaudampfschifffahrtsgesellschaft', 100, 16);
  expect(lines[0]).toBe('a');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(100);
});

test('never splits what a reader sees as one character', () => {
  expect(wrapLines('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 1, 16)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
});

test('keeps line breaks and drops spare white space', () => {
  expect(wrapLines('  one \n\n two   three ', 500, 16)).toEqual(['one', 'two three']);
});

test('breaks after hyphens and between ideographs, but keeps punctuation with them', () => {
  expect(wrapLines('follow-up', 60, 16)).toEqual(['follow-', 'up']);
  expect(wrapLines('流れ図。', 48, 16)).toEqual(['流れ', '図。']);
});

test('gives no lines for text without a visible mark', () => {
  expect(wrapLines(' \n ', 100, 16)).toEqual([]);
});

test.each([' ', '\n', '\t', ' \n', 'a', 'a ', 'a-', '-', ',', '(', '一', 'é '])(
  'wraps many of %j in linear time',
  (piece) =>
    expectLinear(
      filled('x', () => piece, 'x'),
      (text) => void wrapLines(text, 300, 16),
    ),
);
