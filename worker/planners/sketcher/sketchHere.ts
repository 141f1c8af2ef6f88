import type { PlannerRequest } from '../planner.ts';
import { changeCanvas } from './changes/change.ts';
import { drawNew } from './diagrams/draw.ts';
import type { Drawing } from './sketch/sketch.ts';
import { plainText } from './text/plain.ts';

/** Draws what a request asks for, in the thread that calls it. The time that takes is linear in the instruction. */
export function sketchHere({ instruction, canvas }: PlannerRequest): Drawing {
  const text = plainText(instruction);
  return canvas === null || canvas.objects.length === 0 ? drawNew(text) : changeCanvas(text, canvas);
}
