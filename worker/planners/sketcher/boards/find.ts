import type { Item } from '../text/item.ts';
import { analysisTemplates } from './analysis.ts';
import { planningTemplates } from './planning.ts';
import { strategyTemplates } from './strategy.ts';
import { teamTemplates } from './team.ts';
import type { Region, Template } from './template.ts';

const templates: readonly Template[] = [
  ...analysisTemplates,
  ...strategyTemplates,
  ...teamTemplates,
  ...planningTemplates,
];

/** The template that a text names, or null. */
export function findTemplate(text: string): Template | null {
  return templates.find((known) => known.match.test(text)) ?? null;
}

/** The template of which half the regions, and two, head the items, as in "strengths: …; weaknesses: …", or null. */
export function templateOf(items: readonly Item[]): Template | null {
  return (
    templates.find(
      ({ regions }) =>
        regions.filter((region) => items.some((item) => heads(item, region))).length >=
        Math.max(2, regions.length / 2),
    ) ?? null
  );
}

/** Whether an item is headed by the name of a region and has something below it. */
export function heads(item: Item, region: Region): boolean {
  return (
    item.children.length > 0 &&
    (region.alias.test(item.text) || item.text.toLowerCase() === region.title.toLowerCase())
  );
}
