import type { Shape } from '../../../../src/canvas/model/object.ts';
import { fitText, fitToWidth } from '../../../../src/canvas/text/sizing.ts';

/**
 * Wraps a shape's changed text again, and grows the shape until the text fits. To change as little as possible, the
 * shape keeps its centre and never shrinks.
 */
export function refit(shape: Shape): Shape {
  const inPlace = fitToWidth(shape.shape, shape.text, shape.width, shape.fontSize);
  const natural = fitText(shape.shape, shape.text, shape.fontSize);
  // A wider shape when the present width would make it much taller than the text needs.
  const wider = inPlace.height > shape.height && natural.width > shape.width ? natural : inPlace;
  const width = Math.max(shape.width, wider.width);
  const fitted = fitToWidth(shape.shape, shape.text, width, shape.fontSize);
  const height = Math.max(shape.height, fitted.height);
  return {
    ...shape,
    x: shape.x - (width - shape.width) / 2,
    y: shape.y - (height - shape.height) / 2,
    width,
    height,
    lines: fitted.lines,
  };
}
