import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { ObjectColor } from '../../generated/graphql.ts';
import { palette } from '../../scene/palette.ts';

/** What a rectangle stands for: they differ in their paint only. */
export type BoxLook = 'FRAME' | 'STICKY' | 'RECTANGLE';

const COLORS = Object.keys(palette) as ObjectColor[];
const BACKGROUNDS = new Map(
  COLORS.flatMap((color): [string, { look: BoxLook; color: ObjectColor }][] => [
    [palette[color].fill, { look: 'RECTANGLE', color }],
    [palette[color].sticky, { look: 'STICKY', color }],
    [palette[color].frameFill, { look: 'FRAME', color }],
  ]),
);
const INKS = new Map(
  COLORS.flatMap((color): [string, ObjectColor][] => [
    [palette[color].stroke, color],
    [palette[color].text, color],
  ]),
);

/** What a closed shape in this paint is; something of another palette is a plain neutral shape. */
export function boxPaint({ backgroundColor }: ExcalidrawElement): { look: BoxLook; color: ObjectColor } {
  return BACKGROUNDS.get(backgroundColor) ?? { look: 'RECTANGLE', color: 'NEUTRAL' };
}

/** The colour of a line or a text of its own. */
export function inkColor({ strokeColor }: ExcalidrawElement): ObjectColor {
  return INKS.get(strokeColor) ?? 'NEUTRAL';
}
