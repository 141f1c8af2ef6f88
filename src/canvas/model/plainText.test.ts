import { describe, expect, it } from 'vitest';
import { plainText, printableText } from './plainText.ts';

describe('plainText', () => {
  it.each([
    ['U+0000', 'a\u0000b', 'a b'],
    ['other control characters', 'a\u0007b\tc\u009fd', 'a b c d'],
    ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['an emoji that was cut in half', '🎉'.slice(0, 1), '\ufffd'],
    ['direction overrides', 'a\u202Eb\u2066c\u200fd', 'a b c\u200fd'],
    ['stacked marks', `Z${'\u0335'.repeat(40)}!`, `Z${'\u0335'.repeat(4)}!`],
    ['line breaks of Windows', ' a\r\nb ', 'a\nb'],
    ['families and flags', '👨‍👩‍👧‍👦🇨🇭', '👨‍👩‍👧‍👦🇨🇭'],
  ])('gives text that can be stored and shown: %s', (_what, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});

describe('printableText', () => {
  it('keeps white space at both ends', () => {
    expect(printableText(' a\u0000 ')).toBe(' a  ');
  });
});
