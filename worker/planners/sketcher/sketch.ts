import type { CompletePlan } from '../completePlan.ts';
import { detectSource } from '../diagramLanguages/detect/detectSource.ts';
import { withTitle } from '../diagramLanguages/plan/titles.ts';
import { readSource } from '../diagramLanguages/readSource.ts';
import { languageTitles } from '../diagramLanguages/source/diagramSource.ts';
import type { PlannerRequest } from '../planner.ts';
import { titleOfInstruction } from './instruction/opening.ts';
import { type Sketch, sketchPlan } from './sketchPlan.ts';

/**
 * Draws what a request asks for: a diagram source as what it says, on an existing canvas as new objects; other text as
 * the sketcher understands it.
 */
export async function sketch(request: PlannerRequest): Promise<Sketch> {
  const source = detectSource(request.instruction);
  if (source === null) return sketchPlan(request);
  const plan = await readSource(source);
  if (plan !== null) return kindChecked(withTitle(plan, titleOfInstruction(source.before)), request);
  const sketched = sketchPlan(request);
  if ('refusal' in sketched) return sketched;
  const warning = `The ${languageTitles[source.language]} source could not be read, so it was drawn as text. The user guide lists what is read.`;
  return { ...sketched, warnings: [warning, ...sketched.warnings] };
}

/** A diagram source has a kind of its own. */
function kindChecked(plan: CompletePlan, { kind = null }: PlannerRequest): CompletePlan {
  if (kind === null || plan.header.layout === kind) return plan;
  const warning = 'A diagram source is drawn as the kind that it names, not as the chosen one.';
  return { ...plan, warnings: [warning, ...plan.warnings] };
}
