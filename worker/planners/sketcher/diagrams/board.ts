import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { heads } from '../boards/find.ts';
import type { Region, Template } from '../boards/template.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import type { Item } from '../text/item.ts';
import { capitalise } from '../text/plain.ts';

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

/** A well-known template such as SWOT, with the person's cards where they were given and questions elsewhere. */
export function drawTemplate(request: SketchRequest, template: Template): PlanBuilder {
  const subject = inSentence(request);
  const named = request.title.toLowerCase() === template.name.toLowerCase();
  const title = named ? template.name : request.title || template.name;
  const plan = new PlanBuilder(title, template.layout);
  const placed = place(request.items, template);
  const given = [...placed.values()].some((cards) => cards.length > 0);
  if (!given) plan.warn('No entries given, so each section has prompts to replace.');
  drawColumns(
    plan,
    template.regions.map((region) => ({
      ...region,
      cards: given ? (placed.get(region) ?? []) : region.cards.map((card) => card.replaceAll('{}', subject)),
    })),
  );
  return plan;
}

/** The subject as it stands in a sentence: "our pricing", "the bakery", "remote work". */
function inSentence({ subject, title }: SketchRequest): string {
  if (subject === '') return 'this';
  const at = title.toLowerCase().indexOf(subject.toLowerCase());
  const article = /\b(an?|the|our|my|your)\s+$/i.exec(title.slice(0, Math.max(0, at)))?.[1]?.toLowerCase();
  if (article === undefined) return subject;
  return `${article === 'a' || article === 'an' ? 'the' : article} ${subject}`;
}

/** Items under the regions that they name; what fits none goes to the regions in turn, so that nothing is lost. */
function place(items: readonly Item[], template: Template): Map<Region, string[]> {
  const placed = new Map(template.regions.map((region): [Region, string[]] => [region, []]));
  const named = items.some((item) => template.regions.some((region) => heads(item, region)));
  const loose: string[] = [];
  for (const item of items) {
    const region = template.regions.find((candidate) => heads(item, candidate));
    if (region === undefined) loose.push(...cardsOf([item]).filter((card) => !isRegionName(card, template)));
    else placed.get(region)?.push(...cardsOf(item.children));
  }
  const first = template.regions[0];
  if (!named && loose.length === template.regions.length) {
    for (const [at, region] of template.regions.entries()) placed.get(region)?.push(loose[at] ?? '');
  } else if (first !== undefined) {
    placed.get(first)?.push(...loose.map(capitalise));
  }
  return placed;
}

const isRegionName = (text: string, template: Template): boolean =>
  template.regions.some((region) => region.alias.test(text.trim()));
