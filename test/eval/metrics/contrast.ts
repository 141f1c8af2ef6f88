import type { CanvasObject, ObjectColor } from '../../../src/canvas/model/object.ts';
import { paperColor } from '../../../web/src/scene/palette.ts';
import { contrastIn, themes } from '../../support/contrast.ts';
import { swatchOf } from '../pictures/svg.ts';

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
    ...objects.flatMap((object) => {
      const [text, ground] = [swatchOf(object.color).text, behindText(object, frameColors)];
      return themes.map((theme) => contrastIn(theme, text, ground));
    }),
  );
}
