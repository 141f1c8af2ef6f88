import type { PlanHeader, PlanObject } from '../../src/canvas/model/plan.ts';
import type { PlannerEvent } from './planner.ts';

/**
 * A plan that is known as a whole: changes of the canvas first, then frames and nodes before the edges that join them.
 * Every reference resolves.
 */
export type CompletePlan = { header: PlanHeader; objects: PlanObject[]; warnings: string[] };

/** A complete plan as the events of a planner. */
export function* eventsOf({ header, objects, warnings }: CompletePlan): Generator<PlannerEvent> {
  yield { type: 'header', header };
  for (const message of warnings) yield { type: 'warning', message };
  for (const object of objects) yield { type: 'object', object };
}
