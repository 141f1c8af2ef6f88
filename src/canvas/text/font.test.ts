import { expect, test } from 'vitest';
import { graphemesOf } from '../model/wrapping/graphemes.ts';
import { textWidth } from './font.ts';

test('measures as Chromium does with the same font at 16 px', () => {
  // Reference: CanvasRenderingContext2D.measureText with Excalidraw's Nunito files loaded.
  expect(textWidth('Verify email', 16)).toBeCloseTo(85.536, 2);
});

test('takes kerning and ligatures into account', () => {
  expect(textWidth('AV', 16)).toBeLessThan(textWidth('A', 16) + textWidth('V', 16));
});

test('scales with the font size', () => {
  expect(textWidth('Scale', 32)).toBeCloseTo(2 * textWidth('Scale', 16), 6);
});

test('counts a family emoji as one character', () => {
  expect(graphemesOf('a👩‍👩‍👧‍👦b')).toHaveLength(3);
  expect(textWidth('👩‍👩‍👧‍👦', 10)).toBe(14);
});

test('gives ideographs, which the font lacks, a full em', () => {
  expect(textWidth('流れ図', 10)).toBe(30);
});

test('gives nothing visible no width', () => {
  expect(textWidth('', 16)).toBe(0);
  expect(textWidth('\u200B', 16)).toBe(0);
});
