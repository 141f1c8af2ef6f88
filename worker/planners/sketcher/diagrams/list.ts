import { groupColor } from '../../colors.ts';
import { cardsOf, columnsOf, drawColumns } from '../plan/columns.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { colorOf } from '../text/colors.ts';
import { shorten } from '../text/plain.ts';

/** A list as notes: in a frame of its title, where it has one. Names of colours have these. */
export function drawList(request: SketchRequest): PlanBuilder {
  if (request.items.some(({ children }) => children.length > 0)) return drawGroups(request);
  const cards = cardsOf(request.items);
  const plan = new PlanBuilder(request.title || titleFrom(cards), 'grid');
  const frame = request.title === '' ? {} : { parent: plan.frame(request.title) };
  const areColors = cards.every((card) => colorOf(card) !== null);
  for (const card of cards)
    plan.node(card, { shape: 'sticky', color: (areColors ? colorOf(card) : null) ?? 'yellow', ...frame });
  return plan;
}

/** Lists side by side, one for each name; what stands under none of them comes first. */
function drawGroups({ title, items }: SketchRequest): PlanBuilder {
  const plan = new PlanBuilder(title || titleFrom(items.map(({ text }) => text)), 'kanban');
  drawColumns(plan, columnsOf(items, groupColor));
  return plan;
}

/** A list that has no name of its own is called by what it begins with. */
export function titleFrom(texts: readonly string[]): string {
  const begin = texts.slice(0, 3).map((text) => shorten(text, 24));
  return `${begin.join(', ')}${texts.length > 3 ? ', …' : ''}`;
}
