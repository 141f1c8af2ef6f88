import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { cardsOf, colorAt, drawColumns } from './board.ts';

/** Stages of a journey of which only the name is given. */
const STAGES = ['Discover', 'Consider', 'Begin', 'Use', 'Recommend'];

/** A column for each stage of a journey, or a chain of stages that have nothing in them. */
export function drawJourney(request: SketchRequest): PlanBuilder {
  const title = request.title || 'User journey';
  if (request.items.length === 0) return drawUsual(title);
  if (request.items.every((item) => item.children.length === 0))
    return drawChain(title, cardsOf(request.items));
  const plan = new PlanBuilder(title, 'kanban');
  drawColumns(
    plan,
    request.items.map((item, at) => ({
      title: item.text,
      slot: null,
      color: colorAt(at),
      cards: cardsOf(item.children),
    })),
  );
  return plan;
}

function drawChain(title: string, stages: readonly string[]): PlanBuilder {
  const plan = new PlanBuilder(title, 'timeline', 'right');
  const ids = stages.map((stage) => plan.node(stage));
  for (const [at, id] of ids.entries()) if (at > 0) plan.edge(ids[at - 1] ?? '', id);
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
