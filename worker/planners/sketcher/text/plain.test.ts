import { describe, expect, it } from 'vitest';
import { capitalise, label, plainText, shorten } from './plain.ts';

describe('plainText', () => {
  it('drops tags, control characters and Markdown marks, and keeps lines with their indentation', () => {
    expect(plainText('<b>Plan</b>\r\n  - **bold** [link](https://example.org)\u0007')).toBe(
      ' Plan \n  - bold link',
    );
  });

  it('keeps arrows and comparisons, which are no tags', () => {
    expect(plainText('A -> B <- C, 1 < 2 > 0')).toBe('A -> B <- C, 1 < 2 > 0');
  });

  it('keeps text that is nothing but a tag', () => {
    expect(plainText('<br>')).toBe('<br>');
  });
});

describe('shorten', () => {
  it('cuts at a word and never inside a character', () => {
    expect(shorten('one three four', 11)).toBe('one three…');
    expect(shorten('👩‍👩‍👧'.repeat(5), 12)).toBe('👩‍👩‍👧…');
  });

  it('leaves a text that fits', () => {
    expect(shorten('fits', 4)).toBe('fits');
  });
});

describe('label', () => {
  it.each([
    ['- verify email,', 'Verify email'],
    ['“quoted”.', 'Quoted'],
    ['iPhone app', 'iPhone app'],
    ['v1.2.', 'V1.2.'],
    ['...', '...'],
  ])('makes %j %j', (text, expected) => expect(label(text)).toBe(expected));
});

it('capitalises no letter that has no single capital', () => {
  expect(capitalise('ßa')).toBe('ßa');
});
