import type { PlanBuilder } from '../plan/planBuilder.ts';
import { drawShapes } from './drawShapes.ts';
import { readDrawing, wantedIn } from './readDrawing.ts';
import { readNames } from './readNames.ts';

/** Draws a text that says which shapes to draw: how many, how they look and stand, what they say, what joins them. */
export function readShapes(text: string): PlanBuilder | null {
  const drawing = readDrawing(text);
  if (drawing !== null) return drawShapes(drawing, titleOf(wantedIn(text)));
  const named = readNames(text);
  return named === null ? null : drawShapes(named.drawing, named.title);
}

/** What stands before the list of texts. */
const titleOf = (text: string): string =>
  (/^([^:：\n]{8,})[:：]\s/.exec(text)?.[1] ?? text).replace(/^text (?=["“„«'‘])/, '');
