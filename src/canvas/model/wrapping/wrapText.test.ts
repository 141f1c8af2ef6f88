import { expect, test } from 'vitest';
import { expectLinear, filled } from '../../../../test/support/linearTime.ts';
import { graphemesOf } from './graphemes.ts';
import { wrapText } from './wrapText.ts';

/** Every character is 10 pixels wide. */
const measure = (text: string) => 10 * graphemesOf(text).length;
const wrap = (text: string, characters: number) => wrapText(text, measure, 10 * characters);

test.each([
  ['between words', 'one two three', 7, ['one two', 'three']],
  ['after a hyphen', 'follow-up', 8, ['follow-', 'up']],
  ['within a word that is wider than a line', 'to incomprehensible', 8, ['to', 'incompre', 'hensible']],
  ['around ideographs', '流れ図', 2, ['流れ', '図']],
  ['not before closing and after opening punctuation', '図「流」。', 4, ['図', '「流」。']],
  ['between words and ideographs', 'Hello た。', 6, ['Hello', 'た。']],
  ['at the line breaks of the text', ' one \n\n two   three ', 20, ['one', 'two three']],
])('breaks %s', (_where, text, characters, lines) => {
  expect(wrap(text, characters)).toEqual(lines);
});

test('never breaks within a character', () => {
  expect(wrap('👨‍👩‍👧‍👦🇨🇭e\u0301', 1)).toEqual(['👨‍👩‍👧‍👦', '🇨🇭', 'é']);
});

test('gives a character that is wider than a line a line of its own', () => {
  expect(wrapText('ab', measure, 5)).toEqual(['a', 'b']);
});

test('keeps a line that is exactly as wide as allowed', () => {
  const tenth = (text: string) => 0.1 * text.length;
  expect(wrapText('abc', tenth, 0.3)).toEqual(['abc']);
});

test('measures a part with what stands before it on its line', () => {
  const kerned = (text: string, before = '') => 10 * text.length - (text.startsWith('V') && before ? 5 : 0);
  expect(wrapText('A-V', kerned, 25)).toEqual(['A-V']);
  expect(wrapText('A-B', kerned, 25)).toEqual(['A-', 'B']);
});

test('gives no lines for text without a visible mark', () => {
  expect(wrap(' \n ', 10)).toEqual([]);
});

test.each([' ', '\n', ' \n', 'a', 'a ', 'a-', '-', ',', '(', '一', 'é ', '\u200b'])(
  'wraps many of %j in linear time, also where all fits in one line',
  (piece) => {
    const textOf = filled('x', () => piece, 'x');
    expectLinear(textOf, (text) => void wrap(text, 30));
    expectLinear(textOf, (text) => void wrap(text, 1_000_000));
  },
);
