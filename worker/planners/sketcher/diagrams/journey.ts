import { groupColor } from '../../colors.ts';
import { cardsOf, columnsOf, drawColumns } from '../plan/columns.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';

/** Stages of a journey of which only the name is given. */
const STAGES = ['Discover', 'Consider', 'Begin', 'Use', 'Recommend'];

/** A column for each stage of a journey, or a chain of stages that have nothing in them. */
export function drawJourney(request: SketchRequest): PlanBuilder {
  const title = request.title || 'User journey';
  if (request.items.length === 0) return drawUsual(title);
  if (request.items.every((item) => item.children.length === 0))
    return drawChain(title, cardsOf(request.items));
  const plan = new PlanBuilder(title, 'kanban');
  drawColumns(plan, columnsOf(request.items, groupColor));
  return plan;
}

function drawChain(title: string, stages: readonly string[]): PlanBuilder {
  const plan = new PlanBuilder(title, 'timeline', 'right');
  plan.chain(stages.map((stage) => plan.node(stage)));
  return plan;
}

function drawUsual(title: string): PlanBuilder {
  const plan = new PlanBuilder(title, 'kanban');
  plan.warn(
    'No stages given, so these are usual ones, and empty. To fill them: “customer journey: Discover: sees an ad; Buy: compares, pays”.',
  );
  for (const stage of STAGES) plan.frame(stage);
  return plan;
}
