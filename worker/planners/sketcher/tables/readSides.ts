import { groupColor } from '../../colors.ts';
import { withoutCommand } from '../instruction/command.ts';
import { kindEnd } from '../instruction/kinds.ts';
import { titleOf } from '../instruction/title.ts';
import { columnsOf, drawColumns } from '../plan/columns.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { type Item, leaf } from '../text/item.ts';
import { NAME_MARK } from '../text/sections.ts';
import { COMPARISON, splitSides, withoutNoun } from '../text/sides.ts';
import { splitCommas, splitOutside } from '../text/split.ts';

const VERSUS = /\s(?:vs\.?|versus|gegen|contre|contra)\s/i;
const CELL_MARK = /\s*\/\s*|\s+(?:vs\.?|versus|or|and|oder|und|et|ou|y|o)\s+/i;
/** "price 80 / 120", "price high vs low": the last word before the first mark is the first value. */
const BEFORE_SLASH = /^([^/]+)\s(\S+\s*\/.*)$/s;
const BEFORE_VERSUS = /^(\S+(?:\s\S+){0,3}?)\s(\S+\svs\.?\s.*)$/is;

/**
 * Draws the sides of a comparison whose criteria have a value for each: "bike vs car; cost: low, high; speed: slow, fast".
 * Null where a criterion has another number of values.
 */
export function readSides(text: string): PlanBuilder | null {
  const [first = '', ...others] = splitOutside(
    withoutCommand(text, kindEnd),
    /\s*[;；\n]\s*|(?<!\bvs)\.\s+(?=\p{L})/iu,
  );
  const [, head = first, rest = ''] = /^([^:：]+)[:：]\s+(.*)$/s.exec(first) ?? [];
  const given = rest === '' ? others : [rest, ...others];
  const sides = sidesIn(head) ?? (COMPARISON.test(head) ? sidesIn(rest, VERSUS) : null);
  const groups = sides === null ? null : crossedSides(sides, sidesIn(head) === null ? others : given);
  if (groups === null) return null;
  const plan = new PlanBuilder(titleOf(head), 'grid');
  drawColumns(plan, columnsOf(groups, groupColor));
  return plan;
}

function sidesIn(
  text: string,
  named = new RegExp(`${VERSUS.source}|${COMPARISON.source}`, 'iu'),
): string[] | null {
  const sides = named.test(text) ? withoutNoun(splitSides(text.replace(COMPARISON, ''))) : [];
  return sides.length >= 2 ? sides : null;
}

function crossedSides(sides: readonly string[], criteria: readonly string[]): Item[] | null {
  const [only = '', ...more] = criteria;
  const short = more.length > 0 ? criteria : splitCommas(only);
  return crossed(sides, criteria, namedRow) ?? crossed(sides, short, slashedRow);
}

function crossed(
  sides: readonly string[],
  criteria: readonly string[],
  rowOf: (criterion: string) => Row | null,
): Item[] | null {
  const rows = criteria.map(rowOf);
  if (rows.length === 0 || rows.some((row) => row?.values.length !== sides.length)) return null;
  const cells = (at: number) => rows.map((row) => leaf(`${row?.name}: ${row?.values[at]}`));
  return sides.map((side, at) => ({ text: side, children: cells(at) }));
}

type Row = { name: string; values: string[] };

/** "cost: low, high" */
function namedRow(criterion: string): Row | null {
  const mark = NAME_MARK.exec(criterion);
  if (mark === null) return null;
  const values = criterion.slice(mark.index + mark[0].length).replace(/\.$/, '');
  return { name: criterion.slice(0, mark.index), values: splitCommas(values) };
}

/** "cost low / high", "cost: low vs high" */
function slashedRow(criterion: string): Row | null {
  const named = namedRow(criterion);
  const [, name = named?.name, values = named?.values.join(', ')] =
    named === null ? (BEFORE_SLASH.exec(criterion) ?? BEFORE_VERSUS.exec(criterion) ?? []) : [];
  return name === undefined || values === undefined
    ? null
    : { name, values: splitOutside(values.replace(/\.$/, ''), CELL_MARK) };
}
