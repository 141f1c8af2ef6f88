import type { CanvasObject, ObjectColor } from '../../src/canvas/model/object.ts';
import { paperColor } from '../../web/src/scene/palette.ts';
import { swatchOf } from './svg.ts';

type Rgb = readonly [red: number, green: number, blue: number];

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Excalidraw 0.18 draws its dark theme as `invert(93%) hue-rotate(180deg)` (Filter Effects Module 1). */
function darkened(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map((channel) => 0.93 * 255 - 0.86 * channel) as unknown as Rgb;
  const mix = (kr: number, kg: number, kb: number) => Math.min(255, Math.max(0, kr * r + kg * g + kb * b));
  return [mix(-0.574, 1.43, 0.144), mix(0.426, 0.43, 0.144), mix(0.426, 1.43, -0.856)];
}

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The lower of the contrasts that two colours have in the light and in the dark theme. */
function inBothThemes(a: string, b: string): number {
  const [first, second] = [parse(a), parse(b)];
  return Math.min(contrast(first, second), contrast(darkened(first), darkened(second)));
}

function behindText(object: CanvasObject, frameColors: ReadonlyMap<string, ObjectColor>): string {
  const { fill, sticky, frameFill } = swatchOf(object.color);
  if (object.kind === 'FRAME') return frameFill;
  if (object.kind === 'SHAPE' && object.shape !== 'TEXT') return object.shape === 'STICKY' ? sticky : fill;
  const frame = object.kind === 'SHAPE' && object.parentId ? frameColors.get(object.parentId) : undefined;
  return frame ? swatchOf(frame).frameFill : paperColor;
}

/** Lowest contrast of any text to what it stands on, in the colours of the page and in both themes (WCAG 2.2). */
export function lowestContrast(objects: readonly CanvasObject[]): number {
  const frameColors = new Map(
    objects.flatMap((object) => (object.kind === 'FRAME' ? [[object.id, object.color] as const] : [])),
  );
  return Math.min(
    21,
    ...objects.map((object) => inBothThemes(swatchOf(object.color).text, behindText(object, frameColors))),
  );
}
