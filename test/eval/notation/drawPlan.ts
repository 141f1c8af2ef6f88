import type { Plan } from '../../../src/canvas/model/plan.ts';
import { layOutDiagram } from '../../../worker/layout/layOutDiagram.ts';
import { PlanDraft } from '../../../worker/plan/planDraft.ts';
import type { Drawn } from '../expectations/canvasView.ts';

/** A plan on a canvas of its own. */
export async function drawPlan(plan: Plan): Promise<Drawn> {
  const draft = new PlanDraft();
  draft.header = plan;
  for (const object of plan.objects) draft.add(object);
  draft.finish();
  const objects = await layOutDiagram(draft.content.diagram, failLoudly);
  return { title: plan.title, layout: plan.layout, objects, warnings: [], failure: null };
}

/** A layout that falls back on a simpler one is no layout. */
export function failLoudly(error: unknown): never {
  throw error;
}
