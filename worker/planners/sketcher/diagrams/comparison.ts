import { groupColor } from '../../colors.ts';
import { TWO_BY_TWO } from '../boards/template.ts';
import { columnsOf, drawColumns } from '../plan/columns.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { depthOf, type Item, leaf } from '../text/item.ts';
import { COMPARISON, splitSides, withoutNoun } from '../text/sides.ts';
import { splitList, splitOutside } from '../text/split.ts';
import { rowItems, underHeadings } from '../text/table.ts';

/** A grid of titled regions: the sides of a comparison with what was said of each, or the fields of a matrix. */
export function drawComparison(request: SketchRequest): PlanBuilder {
  const { groups, asked } = groupsOf(request);
  const plan = new PlanBuilder(
    request.title || (asked ? 'Comparison' : 'Table'),
    groups === quadrants ? TWO_BY_TWO : 'grid',
  );
  if (asked)
    plan.warn(
      'No values given, so the fields are to be filled in. To give them: “Compare A and B. A: cheap. B: fast”.',
    );
  if (!asked && groups.every((group) => group.children.length === 0)) {
    for (const [place, group] of groups.entries()) plan.node(group.text, { color: groupColor(place) });
    return plan;
  }
  drawColumns(plan, columnsOf(groups, groupColor));
  return plan;
}

/** The regions and their cards; `asked` when the cards are headings that nobody gave. */
function groupsOf(request: SketchRequest): { groups: Item[]; asked: boolean } {
  const { sides, criteria } = sidesOf(request);
  const named = sidesOf({ ...request, body: '' });
  const rows = rowItems(request.body, { rows: named.sides, columns: named.criteria });
  if (rows !== null) return { groups: rows, asked: false };
  if (request.items.some((item) => item.children.length > 0))
    return { groups: request.items.map((item) => withHeadings(item, named.criteria)), asked: false };
  if (sides.length >= 2 && /\bvenn\b/i.test(request.title)) return { groups: overlapOf(sides), asked: true };
  if (sides.length >= 2) {
    return { groups: sides.map((text) => ({ text, children: criteria.map(leaf) })), asked: true };
  }
  if (request.items.length > 1) return { groups: request.items, asked: false };
  if (/\b(?:2 ?[x×] ?2|matrix|two[- ]by[- ]two)\b/i.test(request.title))
    return { groups: quadrants, asked: true };
  return { groups: [request.subject || 'Option A', 'Option B'].map(leaf), asked: true };
}

/** As many values as there are criteria are of one each. */
const withHeadings = ({ text, children }: Item, criteria: readonly string[]): Item => ({
  text,
  children:
    children.length === criteria.length && depthOf(children) === 1
      ? underHeadings(
          children.map((child) => child.text),
          criteria,
        )
      : children,
});

/** What a Venn diagram of two things shows: what each has alone, and between them what both have. */
function overlapOf([left = '', right = '']: readonly string[]): Item[] {
  return [leaf(`Only ${left}`), leaf(`Both ${left} and ${right}`), leaf(`Only ${right}`)];
}

const BY =
  /\s+(?:on|by|in terms of|regarding|with regard to|for|across|nach|hinsichtlich|por|según|en|selon|sur|par|per|quanto a|по)\s+/i;
/** "A vs B on price and speed" is two sides and two criteria. */
function sidesOf({ title, body, items }: SketchRequest): { sides: string[]; criteria: string[] } {
  const text = (body === '' ? title : `${title} on ${body}`).replace(COMPARISON, '');
  const [left = '', right = ''] = splitOutside(text, BY);
  const versus = splitSides(left);
  const sides = versus.length >= 2 ? versus : items.length >= 2 && title !== '' ? [] : versus;
  return { sides: withoutNoun(sides), criteria: splitList(right) };
}

const quadrants: Item[] = [
  'High value, low effort',
  'High value, high effort',
  'Low value, low effort',
  'Low value, high effort',
].map(leaf);
