import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import type { Item } from '../text/item.ts';
import type { PlanBuilder } from './planBuilder.ts';

export type Column = { title: string; color: PlanColor; slot: string | null; cards: readonly string[] };

/** Adds titled regions with their cards to a plan. */
export function drawColumns(plan: PlanBuilder, columns: readonly Column[]): void {
  const frames = columns.map((column) => ({ column, id: plan.frame(column.title, column.slot) }));
  for (const { column, id } of frames) {
    for (const card of column.cards) plan.node(card, { shape: 'sticky', color: column.color, parent: id });
  }
}

/** Everything at and below the items as cards: "Name: a, b" when a card has things below it. */
export function cardsOf(items: readonly Item[]): string[] {
  return items.map((item) =>
    item.children.length === 0 ? item.text : `${item.text}: ${cardsOf(item.children).join(', ')}`,
  );
}

/** A region for each item, with what stands below it as cards. */
export function columnsOf(items: readonly Item[], colorAt: (place: number) => PlanColor): Column[] {
  return items.map(({ text, children }, at) => ({
    ...{ title: text, slot: null, color: colorAt(at) },
    cards: cardsOf(children),
  }));
}
