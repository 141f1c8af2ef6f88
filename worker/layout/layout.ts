import type { CanvasObject } from '../../src/canvas/object.ts';
import type { Sketch } from './guesses.ts';
import { layoutThread } from './layoutThread.ts';

/**
 * Gives every object of a diagram its place and size, in pixels from the top left corner of the whole.
 * Frames come first (outer before inner), then connectors, then shapes; `zIndex` counts in this order.
 * Ids carry over. Any diagram whose references resolve gets a layout; the result depends on nothing else.
 *
 * @throws Error when the layout thread dies meanwhile, or is stuck
 */
export const layOut = (diagram: Sketch): Promise<CanvasObject[]> => layoutThread.layOut(diagram);
