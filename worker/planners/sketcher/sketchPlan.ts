import type { PlannerRequest } from '../planner.ts';
import { changeCanvas } from './changes/change.ts';
import { drawNew } from './diagrams/draw.ts';
import type { SketchedPlan } from './plan/planBuilder.ts';
import { plainText } from './text/plain.ts';

/** Draws what a request asks for, in the thread that calls it. The time that takes is linear in the instruction. */
export function sketchPlan({ instruction, canvas }: PlannerRequest): SketchedPlan {
  const text = plainText(instruction);
  return canvas === null || canvas.objects.length === 0 ? drawNew(text) : changeCanvas(text, canvas);
}
