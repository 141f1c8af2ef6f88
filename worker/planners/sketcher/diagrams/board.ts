import { groupColor } from '../../colors.ts';
import type { Region, Template } from '../boards/template.ts';
import { type Column, cardsOf, drawColumns } from '../plan/columns.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import type { Item } from '../text/item.ts';
import { withLed } from '../text/led.ts';
import { drawList } from './list.ts';

/** A well-known template such as SWOT, with the cards that were given; where none were, its regions are empty. */
export function drawTemplate(request: SketchRequest, template: Template): PlanBuilder {
  const named = request.title.toLowerCase() === template.name.toLowerCase();
  const title = named ? template.name : request.title || template.name;
  const plan = new PlanBuilder(title, template.layout, null, template.columns);
  const given = givenColumns(request, template);
  if (given === null) {
    const list = drawList({ ...request, title });
    list.warn(
      `It is not said to which section each entry belongs, so they are one list. To sort them: “${template.name}. ${template.regions[0]?.title}: first, second”.`,
    );
    return list;
  }
  if (given.length === 0)
    plan.warn(
      `No entries given, so the sections are empty. To fill them: “${template.name}. ${template.regions[0]?.title}: first, second”.`,
    );
  drawColumns(plan, given.length > 0 ? given : template.regions.map((region) => ({ ...region, cards: [] })));
  return plan;
}

/**
 * The regions that the person named, with their cards; in a template with fixed places, its other regions, too. Where none
 * is named, as many things as there are regions go one to each. Null for another number.
 */
function givenColumns(request: SketchRequest, template: Template): Column[] | null {
  const isName = (text: string) => template.regions.some((region) => isNameOf(region, text));
  const items = withLed(request.body, request.items, isName);
  const sections = items.filter((item) => item.children.length > 0 || isName(item.text));
  const loose = cardsOf(items.filter((item) => !sections.includes(item))).filter((card) => !isWish(card));
  const regions = regionsOf(sections, template);
  if (sections.every((item) => item.children.length === 0)) return spreadOver(template, loose);
  const placeOf = (region: Region | undefined) =>
    region === undefined ? -1 : template.regions.indexOf(region);
  const isFixed = template.layout === 'swot';
  const taken = new Set(regions.values());
  const empty = isFixed ? template.regions.filter((region) => !taken.has(region)) : [];
  const given = [...sections.entries()].map(([at, section]) => ({
    ...columnOf(section, regions.get(section) ?? null, at),
    place: placeOf(regions.get(section)),
  }));
  const unnamed = empty.map((region) => ({ ...region, cards: [], place: placeOf(region) }));
  const columns: Column[] = [...given, ...unnamed].toSorted((a, b) => (isFixed ? a.place - b.place : 0));
  return columns.map((column, at) => (at === 0 ? { ...column, cards: [...column.cards, ...loose] } : column));
}

const isWish = (text: string): boolean =>
  /^(?:leave )?(?:the )?(?:rest|others?) (?:is |are )?(?:empty|blank|open)$/i.test(text);

const isNameOf = (region: Region, text: string): boolean =>
  region.alias.test(text.trim()) || region.title.toLowerCase() === text.trim().toLowerCase();

/** Which region each section is: the one of its name, else one that is left. */
function regionsOf(sections: readonly Item[], template: Template): Map<Item, Region> {
  const regions = new Map<Item, Region>();
  const left = new Set(template.regions);
  for (const section of sections) {
    const region = [...left].find((candidate) => isNameOf(candidate, section.text));
    if (region === undefined) continue;
    regions.set(section, region);
    left.delete(region);
  }
  const others = sections.filter((section) => !regions.has(section));
  if (others.length > left.size) return regions;
  for (const [at, region] of [...left].entries()) {
    const section = others[at];
    if (section !== undefined) regions.set(section, region);
  }
  return regions;
}

/** Whether a name is more than a sign such as "+". */
const hasLetters = (name: string): boolean => /[\p{L}\p{N}]/u.test(name);

const columnOf = (section: Item, region: Region | null, at: number): Column => ({
  title: region !== null && !hasLetters(section.text) ? region.title : section.text,
  color: region?.color ?? groupColor(at),
  slot: region?.slot ?? null,
  cards: cardsOf(section.children),
});

function spreadOver({ regions }: Template, cards: readonly string[]): Column[] | null {
  if (cards.length === 0) return [];
  if (cards.length !== regions.length) return null;
  return regions.map((region, at) => ({ ...region, cards: [cards[at] ?? ''] }));
}
