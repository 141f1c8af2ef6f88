import { describe, expect, test } from 'vitest';
import { palette, paperColor } from './palette.ts';

type Rgb = [number, number, number];

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Excalidraw 0.18 draws its dark theme as `invert(93%) hue-rotate(180deg)` (Filter Effects Module 1). */
function darkened(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map((channel) => 0.93 * 255 - 0.86 * channel) as Rgb;
  const rotate = (kr: number, kg: number, kb: number) => Math.min(255, Math.max(0, kr * r + kg * g + kb * b));
  return [rotate(-0.574, 1.43, 0.144), rotate(0.426, 0.43, 0.144), rotate(0.426, 1.43, -0.856)];
}

/** WCAG 2.2 relative luminance. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(palette))('%s', (_name, swatch) => {
  const themes = [
    { theme: 'light', see: (rgb: Rgb) => rgb },
    { theme: 'dark', see: darkened },
  ];
  const backgrounds = {
    fill: swatch.fill,
    sticky: swatch.sticky,
    frame: swatch.frameFill,
    paper: paperColor,
  };
  const cases = themes.flatMap(({ theme, see }) =>
    Object.entries(backgrounds).map(([name, color]) => ({ theme, see, name, color })),
  );

  test.each(cases)('text reads on its $name in the $theme theme', ({ see, color }) => {
    expect(contrast(see(parse(swatch.text)), see(parse(color)))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(themes)('outline and connectors stand out from the paper in the $theme theme', ({ see }) => {
    expect(contrast(see(parse(swatch.stroke)), see(parse(paperColor)))).toBeGreaterThanOrEqual(2);
  });
});
