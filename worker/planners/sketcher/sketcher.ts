import type { Planner, PlannerEvent, PlannerRequest } from '../planner.ts';
import { changeCanvas } from './changes/change.ts';
import { drawNew } from './draw.ts';
import type { Drawing } from './sketch.ts';
import { plainText } from './text/plain.ts';

/**
 * The built-in planner for machines without a model: rules instead of understanding. The same request always
 * gives the same plan. It says in a warning when it had to guess.
 */
export function createSketcher(): Planner {
  return { name: 'sketcher', model: null, plan: sketchPlan };
}

async function* sketchPlan(
  request: PlannerRequest,
  signal: AbortSignal,
): AsyncGenerator<PlannerEvent, void, undefined> {
  signal.throwIfAborted();
  for (const event of eventsOf(sketch(request))) {
    signal.throwIfAborted();
    yield event;
  }
}

function sketch({ instruction, canvas }: PlannerRequest): Drawing {
  const text = plainText(instruction);
  return canvas === null || canvas.objects.length === 0 ? drawNew(text) : changeCanvas(text, canvas);
}

function* eventsOf({ header, objects, warnings }: Drawing): Generator<PlannerEvent> {
  yield { type: 'header', header };
  for (const message of warnings) yield { type: 'warning', message };
  for (const object of objects) yield { type: 'object', object };
}
