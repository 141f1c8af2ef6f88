import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { cardsOf, colorAt, drawColumns } from './board.ts';

/** Usual stages, for a journey of which only the name is given: what people do, how they feel, what would help. */
const STAGES: readonly { title: string; cards: readonly string[] }[] = [
  { title: 'Discover', cards: ['Hears of it from a friend', 'Curious', 'Say in one line what it does'] },
  {
    title: 'Consider',
    cards: ['Compares with alternatives', 'Unsure about the price', 'Show prices and examples'],
  },
  {
    title: 'Begin',
    cards: ['Signs up and looks around', 'Impatient', 'Lead to a first success in minutes'],
  },
  { title: 'Use', cards: ['Comes back for daily work', 'Confident', 'Offer shortcuts'] },
  { title: 'Recommend', cards: ['Tells others', 'Proud', 'Make sharing easy'] },
];
const LINES: readonly { name: string; color: PlanColor }[] = [
  { name: 'Does', color: 'blue' },
  { name: 'Feels', color: 'pink' },
  { name: 'Improve', color: 'green' },
];

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
  plan.warn('No stages given, so these are typical ones.');
  for (const stage of STAGES) {
    const parent = plan.frame(stage.title);
    for (const [at, { name, color }] of LINES.entries())
      plan.node(`${name}: ${stage.cards[at] ?? ''}`, { shape: 'sticky', color, parent });
  }
  return plan;
}
