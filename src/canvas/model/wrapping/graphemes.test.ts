import { expect, test } from 'vitest';
import { graphemesOf, lastGraphemeOf } from './graphemes.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

test('splits every character of the basic plane as the segmenter does, beside a letter and beside itself', () => {
  for (let code = 0x20; code < 0xd800; code += 1) {
    const character = String.fromCharCode(code);
    const text = `a${character}${character}b`;
    const expected = Array.from(segmenter.segment(text), ({ segment }) => segment);
    if (graphemesOf(text).length !== expected.length) expect(graphemesOf(text)).toEqual(expected);
  }
});

test.each([
  ['', undefined],
  ['ab', 'b'],
  ['e\u0301', 'e\u0301'],
  ['a👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
])('gives the last character of %j', (text, last) => {
  expect(lastGraphemeOf(text)).toBe(last);
});
