import { PlanBuilder } from '../plan/planBuilder.ts';
import { addLanes } from '../process/lanes/laneSteps.ts';
import type { SketchRequest } from '../reading/request.ts';
import { type Item, leaf } from '../text/item.ts';
import { findProcess, unknownProcess } from '../topics/find.ts';

/** A process with a lane for everybody who takes part; the steps run from lane to lane in their order. */
export function drawLanes(request: SketchRequest): PlanBuilder {
  const plan = new PlanBuilder(request.title || 'Swimlanes', 'flow', 'right');
  addLanes(plan, lanesOf(request, plan));
  return plan;
}

function lanesOf({ items, subject }: SketchRequest, plan: PlanBuilder): Item[] {
  if (items.some((item) => item.children.length > 0)) return [...items];
  const known = findProcess(subject);
  const { steps } = known ?? unknownProcess('');
  const names = items.length > 0 ? items : ['Lane 1', 'Lane 2', 'Lane 3'].map(leaf);
  plan.warn(
    known === null
      ? 'No steps given for the lanes, so they are numbered. To name them: “swimlanes: Customer: order, pay; Shop: pack”.'
      : `No steps given for the lanes, so the typical ones of “${known.name}” were spread across them.`,
  );
  return names.map(({ text }, at) => {
    const [from, to] = [at, at + 1].map((place) => Math.round((place * steps.length) / names.length));
    return { text, children: steps.slice(from, to).map(leaf) };
  });
}
