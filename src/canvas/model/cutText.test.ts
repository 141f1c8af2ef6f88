import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, firstCharacters, isLongerThan } from './cutText.ts';

const family = '👨‍👩‍👧‍👦';
const flag = '🇨🇭';
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const charactersOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

describe('cutText', () => {
  it.each([
    ['a text that fits', 'four', 4, 'four'],
    ['one that is too long', 'fives', 4, 'fiv…'],
    ['white space before the ellipsis', 'one two', 5, 'one…'],
    ['families', family.repeat(5), 4, `${family.repeat(3)}…`],
    ['as many families as are allowed', family.repeat(4), 4, family.repeat(4)],
    ['flags', flag.repeat(5), 4, `${flag.repeat(3)}…`],
    ['skin tones', '👍🏽'.repeat(5), 4, `${'👍🏽'.repeat(3)}…`],
    ['keycaps', '1️⃣'.repeat(5), 4, `${'1️⃣'.repeat(3)}…`],
    ['letters with marks', 'e\u0301'.repeat(5), 4, `${'e\u0301'.repeat(3)}…`],
    ['Hangul of single letters', '각'.repeat(5), 4, `${'각'.repeat(3)}…`],
  ])('cuts between characters as people see them: %s', (_what, text, most, expected) => {
    expect(cutText(text, most)).toBe(expected);
  });

  it('never cuts a character apart, and never gives more of them than are allowed', () => {
    const piece = fc.constantFrom(family, flag, 'a', ' ', '👍🏽', 'e\u0301', 'क्षि', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '漢');
    const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (whole, most) => {
        const cut = firstCharacters(whole, most);
        expect(charactersOf(cut)).toEqual(charactersOf(whole).slice(0, most));
        expect(isLongerThan(whole, most)).toBe(charactersOf(whole).length > most);
        expect(charactersOf(cutText(whole, most)).length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('bounds the length of a text of one endless character, and keeps it well-formed', () => {
    for (const endless of [
      `e${'\u0301'.repeat(100_000)}`,
      '👩\u200d'.repeat(100_000),
      '\u{1f1e6}'.repeat(9),
    ]) {
      const cut = cutText(endless, 4);
      expect(cut.length).toBeLessThanOrEqual(4 * 16 + 1);
      expect(cut.isWellFormed()).toBe(true);
    }
  });

  it('takes no longer for a text of ten million characters than for one that is a little too long', () => {
    const timeOf = (text: string) => {
      const began = performance.now();
      for (let round = 0; round < 200; round += 1) cutText(text, 200);
      return performance.now() - began;
    };
    const [short, long] = ['a'.repeat(4_000), 'a'.repeat(10_000_000)];
    timeOf(short);
    expect(timeOf(long) / timeOf(short)).toBeLessThan(20);
  });
});
