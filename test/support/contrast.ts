import { type Color, clampRgb, filterHueRotate, filterInvert, parse, wcagContrast } from 'culori';

/** Excalidraw 0.18 shows its dark theme as `invert(93%) hue-rotate(180deg)`. */
const views = {
  light: (color: Color) => color,
  dark: (color: Color) => clampRgb(filterHueRotate(180)(filterInvert(0.93)(color))),
};

export type Theme = keyof typeof views;
export const themes: readonly Theme[] = ['light', 'dark'];

/** Contrast of two CSS colours in a theme (WCAG 2.2), from 1 to 21. */
export function contrastIn(theme: Theme, first: string, second: string): number {
  const [a, b] = [parse(first), parse(second)];
  if (a === undefined || b === undefined) throw new Error(`${first} or ${second} is no CSS colour`);
  return wcagContrast(views[theme](a), views[theme](b));
}
