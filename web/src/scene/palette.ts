import type { ObjectColor } from '../generated/graphql.ts';

/** Colors of one object. Text reaches a contrast of 4.5:1 on `fill`, `sticky`, `frameFill` and the paper. */
export type Swatch = {
  fill: string;
  stroke: string;
  text: string;
  /** Sticky notes have no outline, so their fill is stronger than that of other shapes. */
  sticky: string;
  /** Frames lie behind shapes of the same color and must stay distinct from them. */
  frameFill: string;
  frameStroke: string;
};

/** Color behind all objects. Excalidraw's dark theme inverts it along with them. */
export const paperColor = '#ffffff';

/** Light-theme colors; the dark theme comes from Excalidraw's own filter over the whole canvas. */
export const palette: Record<ObjectColor, Swatch> = {
  NEUTRAL: swatch('#f3f4f6', '#8a929e', '#22262d', '#e6e8ec', '#fafafb', '#d5d9e0'),
  BLUE: swatch('#e6efff', '#4a7de0', '#17376f', '#c9dcff', '#f5f9ff', '#bcd2f8'),
  GREEN: swatch('#e2f5e8', '#3a9d5d', '#134a27', '#c0e9cd', '#f3fbf5', '#b3dfc1'),
  YELLOW: swatch('#fff5d1', '#cf9f10', '#574000', '#ffe796', '#fffbee', '#ecd690'),
  ORANGE: swatch('#ffecdb', '#dd8033', '#6a3304', '#ffd5b0', '#fff8f1', '#f0cba8'),
  RED: swatch('#ffe7e6', '#d9534f', '#761a18', '#ffcac7', '#fff6f5', '#f2c0bd'),
  PURPLE: swatch('#efe9ff', '#8360d4', '#3d2380', '#ddd0ff', '#f9f7ff', '#d3c4f5'),
  TEAL: swatch('#dcf4f2', '#2a9891', '#0c4a46', '#b5e7e3', '#f1fbfa', '#a9dbd7'),
  PINK: swatch('#ffe8f3', '#d4568f', '#701b47', '#ffcbe2', '#fff6fa', '#f3bfd7'),
};

function swatch(
  fill: string,
  stroke: string,
  text: string,
  sticky: string,
  frameFill: string,
  frameStroke: string,
): Swatch {
  return { fill, stroke, text, sticky, frameFill, frameStroke };
}
