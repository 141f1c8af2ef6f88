import { cutText } from '../../../src/canvas/model/cutText.ts';
import type { CompletePlan } from '../completePlan.ts';
import type { PlannerHistory, PlannerRequest } from '../planner.ts';
import { changeCanvas, type Refusal } from './changes/change.ts';
import { drawNew } from './diagrams/draw.ts';
import { drawAs } from './diagrams/drawAs.ts';
import { plainText, tagLeftOut } from './text/plain.ts';

/** A plan, or why there is none. */
export type Sketch = CompletePlan | Refusal;

const kindUnused =
  'The built-in sketcher uses the chosen kind of diagram on new canvases only; this one was changed as the text asks.';

/** Draws what a request asks for, in the thread that calls it. The time that takes is linear in the instruction. */
export function sketchPlan(request: PlannerRequest): Sketch {
  const written = repeated(request.instruction, request.history);
  const sketch = sketchText(plainText(written), request);
  const tag = tagLeftOut(written);
  if (tag === undefined || 'refusal' in sketch) return sketch;
  const tagsUnused = `Tags such as “${cutText(tag, 30)}” were left out: texts have no formatting.`;
  return { ...sketch, warnings: [...sketch.warnings, tagsUnused] };
}

function sketchText(text: string, { kind = null, canvas, history }: PlannerRequest): Sketch {
  const isEmpty = canvas === null || canvas.objects.length + canvas.context.length === 0;
  if (isEmpty) return kind === null ? drawNew(text) : drawAs(text, kind);
  const change = changeCanvas(text, canvas, history?.recent);
  return kind === null || 'refusal' in change
    ? change
    : { ...change, warnings: [kindUnused, ...change.warnings] };
}

const AGAIN =
  /^(?:(?:please|and|now|ok)[\s,]+)*(?:(?:do|try|repeat)\s+(?:it|that|this|the same)(?:\s+(?:once\s+)?(?:again|more))?|(?:once\s+)?(?:again|more)|one more time|noch\s?mal|encore une fois|otra vez)[\s,]*(?:please)?[\s.!]*$/i;

/** "Again" is the instruction before it. */
function repeated(instruction: string, history: PlannerHistory | undefined): string {
  if (!AGAIN.test(instruction)) return instruction;
  const last = history?.changes.findLast((change) => change.instruction !== null);
  return last?.instruction ?? instruction;
}
