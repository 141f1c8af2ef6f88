import type { CompletePlan } from '../completePlan.ts';
import type { PlannerRequest } from '../planner.ts';
import { changeCanvas, type Refusal } from './changes/change.ts';
import { drawNew } from './diagrams/draw.ts';
import { plainText } from './text/plain.ts';

/** A plan, or why there is none. */
export type Sketch = CompletePlan | Refusal;

/** Draws what a request asks for, in the thread that calls it. The time that takes is linear in the instruction. */
export function sketchPlan({ instruction, canvas }: PlannerRequest): Sketch {
  const text = plainText(instruction);
  const isEmpty = canvas === null || canvas.objects.length + canvas.context.length === 0;
  return isEmpty ? drawNew(text) : changeCanvas(text, canvas);
}
