import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { TWO_BY_TWO } from '../boards/template.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { type Item, leaf } from '../text/item.ts';
import { splitList, splitOutside } from '../text/split.ts';
import { cardsOf, drawColumns } from './board.ts';

const COLORS: readonly PlanColor[] = ['blue', 'orange', 'green', 'purple', 'teal', 'pink'];
const CRITERIA = ['Strengths', 'Weaknesses', 'Cost', 'Effort', 'Risk', 'Best for'];

/** A grid of titled regions: the rows of a table, the sides of a comparison, the fields of a matrix. */
export function drawComparison(request: SketchRequest): PlanBuilder {
  const { groups, asked } = groupsOf(request);
  const plan = new PlanBuilder(
    request.title || (asked ? 'Comparison' : 'Table'),
    groups === quadrants ? TWO_BY_TWO : 'grid',
  );
  if (asked) plan.warn('No values given, so the fields are empty headings to fill in.');
  if (groups.every((group) => group.children.length === 0)) {
    for (const [place, group] of groups.entries())
      plan.node(group.text, { color: COLORS[place % COLORS.length] ?? 'blue' });
    return plan;
  }
  drawColumns(
    plan,
    groups.map((group, place) => ({
      title: group.text,
      slot: null,
      color: COLORS[place % COLORS.length] ?? 'blue',
      cards: cardsOf(group.children),
    })),
  );
  return plan;
}

/** The regions and their cards; `asked` when the cards are headings that this made up. */
function groupsOf(request: SketchRequest): { groups: Item[]; asked: boolean } {
  const table = tableOf(request.body);
  if (table.length > 0) return { groups: table, asked: false };
  if (request.items.some((item) => item.children.length > 0)) return { groups: request.items, asked: false };
  const { sides, criteria } = sidesOf(request);
  if (sides.length >= 2 && /\bvenn\b/i.test(request.title)) return { groups: overlapOf(sides), asked: true };
  if (sides.length >= 2) {
    const cards = criteria.length > 0 ? criteria : CRITERIA;
    return { groups: sides.map((text) => ({ text, children: cards.map(leaf) })), asked: true };
  }
  if (request.items.length > 1) return { groups: request.items, asked: false };
  if (/\b(?:2 ?[x×] ?2|matrix|two[- ]by[- ]two)\b/i.test(request.title))
    return { groups: quadrants, asked: true };
  return {
    groups: (request.subject ? CRITERIA : ['Option A', 'Option B', 'Option C']).map((text) => ({
      text,
      children: [leaf('What matters here?')],
    })),
    asked: true,
  };
}

/** What a Venn diagram of two things shows: what each has alone, and between them what both have. */
function overlapOf([left = '', right = '']: readonly string[]): Item[] {
  return [
    { text: `Only ${left}`, children: [leaf(`What is true of ${left} alone?`)] },
    { text: 'Both', children: [leaf('What have they in common?')] },
    { text: `Only ${right}`, children: [leaf(`What is true of ${right} alone?`)] },
  ];
}

/** "A vs B on price and speed" is two sides and two criteria. */
function sidesOf(request: SketchRequest): { sides: string[]; criteria: string[] } {
  const all = request.body === '' ? request.title : `${request.title} on ${request.body}`;
  const text = all.replace(
    /^.*?\b(?:compare|comparing|comparison(?: (?:table|matrix|grid|chart))?|table|grid|matrix|venn(?: diagram)?)\b\s*(?:of|between|for)?\s*/i,
    '',
  );
  const [left = '', right = ''] = splitOutside(
    text,
    /\s+(?:on|by|in terms of|regarding|with regard to|for|across)\s+/i,
  );
  const versus = splitOutside(left, /\s+(?:vs\.?|versus|or|with|and|to)\s+|\s*,\s*(?:and\s+)?/i);
  const sides = versus.length >= 2 ? versus : request.items.length >= 2 && request.title !== '' ? [] : versus;
  return { sides, criteria: splitList(right) };
}

/** Rows of a Markdown table: the first column heads the region, the others are its cards "Heading: value". */
function tableOf(text: string): Item[] {
  const rows = text
    .split('\n')
    .filter((line) => /^\s*\|.*\|\s*$/.test(line) && !/^[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) return [];
  return body.map((cells) => ({
    text: cells[0] ?? '',
    children: cells
      .slice(1)
      .flatMap((cell, at) => (cell === '' ? [] : [leaf(`${header[at + 1] ?? ''}: ${cell}`)])),
  }));
}

const quadrants: Item[] = [
  { text: 'High value, low effort', children: [leaf('Do these first')] },
  { text: 'High value, high effort', children: [leaf('Plan these')] },
  { text: 'Low value, low effort', children: [leaf('Do in spare time')] },
  { text: 'Low value, high effort', children: [leaf('Leave these')] },
];
