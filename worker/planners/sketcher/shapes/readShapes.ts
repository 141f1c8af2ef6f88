import type { PlanBuilder } from '../plan/planBuilder.ts';
import { withoutCommand } from '../reading/command.ts';
import { drawShapes } from './drawShapes.ts';
import { readDrawing } from './readDrawing.ts';

/** Draws a text that says which shapes to draw: how many, how they look and stand, what they say, what joins them. */
export function readShapes(text: string): PlanBuilder | null {
  const drawing = readDrawing(text);
  return drawing === null
    ? null
    : drawShapes(
        drawing,
        withoutCommand(text, () => 0),
      );
}
