import type { Sketch } from '../sketch/sketch.ts';
import type { CanvasView } from './canvas.ts';
import type { Names } from './names.ts';

/** A canvas to change, what its names mean, and the sketch that takes the changes in. */
export type Work = { view: CanvasView; names: Names; sketch: Sketch };
