import type { ObjectColor } from '../../src/canvas/object.ts';

/** Colours of one shape as CSS hex values; text on fill has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3). */
export type Swatch = { fill: string; stroke: string; text: string };

export type Theme = {
  swatches: Record<ObjectColor, Swatch>;
  /** Colours of text that stands on the canvas or on a frame, with the same contrast. */
  onCanvas: Record<ObjectColor, string>;
  background: string;
  /** Fill of frames. */
  frame: string;
  /** Connectors without a colour of their own. */
  line: string;
  /** Labels of connectors. */
  text: string;
};

const light: Record<ObjectColor, Swatch> = {
  neutral: { fill: '#f1f3f5', stroke: '#868e96', text: '#212529' },
  blue: { fill: '#dbeafe', stroke: '#3b82f6', text: '#1e3a8a' },
  green: { fill: '#d3f9d8', stroke: '#2f9e44', text: '#14532d' },
  yellow: { fill: '#fff3bf', stroke: '#e0a800', text: '#5c3d00' },
  orange: { fill: '#ffe8cc', stroke: '#e8770c', text: '#7c2d12' },
  red: { fill: '#ffe3e3', stroke: '#e03131', text: '#7f1d1d' },
  purple: { fill: '#ede9fe', stroke: '#7c3aed', text: '#4c1d95' },
  teal: { fill: '#d3f5f0', stroke: '#0d9488', text: '#134e4a' },
  pink: { fill: '#fce7f3', stroke: '#db2777', text: '#831843' },
};

const dark: Record<ObjectColor, Swatch> = {
  neutral: { fill: '#2b3035', stroke: '#868e96', text: '#f1f3f5' },
  blue: { fill: '#172e5c', stroke: '#60a5fa', text: '#dbeafe' },
  green: { fill: '#123a20', stroke: '#51cf66', text: '#d3f9d8' },
  yellow: { fill: '#453508', stroke: '#fcc419', text: '#fff3bf' },
  orange: { fill: '#4a260a', stroke: '#ff922b', text: '#ffe8cc' },
  red: { fill: '#4d1717', stroke: '#ff6b6b', text: '#ffe3e3' },
  purple: { fill: '#33205e', stroke: '#a78bfa', text: '#ede9fe' },
  teal: { fill: '#0c3b38', stroke: '#2dd4bf', text: '#d3f5f0' },
  pink: { fill: '#4f1232', stroke: '#f472b6', text: '#fce7f3' },
};

/** The text colours are dark (or light) enough to stand on the canvas too. */
const textColors = (swatches: Record<ObjectColor, Swatch>): Record<ObjectColor, string> => ({
  neutral: swatches.neutral.text,
  blue: swatches.blue.text,
  green: swatches.green.text,
  yellow: swatches.yellow.text,
  orange: swatches.orange.text,
  red: swatches.red.text,
  purple: swatches.purple.text,
  teal: swatches.teal.text,
  pink: swatches.pink.text,
});

/** The colours of a canvas, per theme. */
export const themes: Record<'light' | 'dark', Theme> = {
  light: {
    swatches: light,
    onCanvas: textColors(light),
    background: '#ffffff',
    frame: '#fafbfc',
    line: '#495057',
    text: '#212529',
  },
  dark: {
    swatches: dark,
    onCanvas: textColors(dark),
    background: '#121212',
    frame: '#1a1d21',
    line: '#adb5bd',
    text: '#f1f3f5',
  },
};
