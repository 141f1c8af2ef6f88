import { expect, test } from 'vitest';
import { expectLinear, filled } from '../../../test/support/linearTime.ts';
import { wrapRoughly } from './wrapRoughly.ts';

test('breaks between words, at about the width of a shape', () => {
  expect(wrapRoughly('one two three', 100, 16)).toEqual(['one two', 'three']);
});

test('keeps line breaks, and words that are wider than a line', () => {
  expect(wrapRoughly('a\nbcdefghijklmnopq', 80, 16)).toEqual(['a', 'bcdefghijklmnopq']);
});

test('takes ideographs for wider than letters', () => {
  expect(wrapRoughly('ab cd', 80, 16)).toEqual(['ab cd']);
  expect(wrapRoughly('流れ 流れ', 80, 16)).toEqual(['流れ', '流れ']);
});

test('gives no lines for no text', () => {
  expect(wrapRoughly('', 100, 16)).toEqual([]);
});

test.each([' ', 'a ', 'é ', '\n'])('breaks many of %j in linear time', (piece) => {
  expectLinear(
    filled('x', () => piece, 'x'),
    (text) => void wrapRoughly(text, 1_000_000, 4),
  );
});
