import { expect, test } from 'vitest';
import { objectColor } from '../../src/canvas/object.ts';
import { themes } from './palette.ts';

/** Relative luminance of a hex colour (WCAG 2.2). */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test.each(['light', 'dark'] as const)('%s: every text can be read', (name) => {
  const theme = themes[name];
  for (const color of objectColor.options) {
    const { fill, text } = theme.swatches[color];
    expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.background, theme.onCanvas[color])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.frame, theme.onCanvas[color])).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(theme.background, theme.text)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme.background, theme.line)).toBeGreaterThanOrEqual(4.5);
});
