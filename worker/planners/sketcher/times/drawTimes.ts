import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { cardsOf, columnsOf, drawColumns } from '../plan/columns.ts';
import type { PlanBuilder } from '../plan/planBuilder.ts';
import { dated } from '../text/dates.ts';
import type { Item } from '../text/item.ts';
import { capitalise } from '../text/plain.ts';

/** Points with several entries become columns; others are events of one line. */
export function drawPoints(plan: PlanBuilder, points: readonly Item[]): void {
  const columns = columnsOf(points, periodColor);
  if (columns.some(({ cards }) => cards.length > 1)) drawColumns(plan, columns);
  else drawEvents(plan, points.map(textOf));
}

/** Milestones in a chain. */
export function drawEvents(plan: PlanBuilder, events: readonly string[]): void {
  plan.chain(events.map((event) => plan.node(event, { color: colorOf(event) })));
}

/** "Jan kickoff" is "Jan: Kickoff". */
function textOf(item: Item): string {
  const [only] = cardsOf(item.children);
  if (only !== undefined) return `${capitalise(item.text)}: ${capitalise(only)}`;
  const event = dated(item.text);
  if (event === null || event.what === '') return item.text;
  return `${capitalise(event.when)}: ${capitalise(event.what)}`;
}

function colorOf(event: string): PlanColor {
  if (/\b(?:launch|release|go[- ]?live|live|finish|done|complete|celebrat)/i.test(event)) return 'green';
  if (/\b(?:deadline|freeze|due|cut-?off|expires?)\b/i.test(event)) return 'red';
  if (/\b(?:kick-?off|start|begin)/i.test(event)) return 'yellow';
  return 'blue';
}

const PERIOD_COLORS: readonly PlanColor[] = ['blue', 'green', 'yellow', 'purple'];

/** A colour for each of several periods. */
export function periodColor(place: number): PlanColor {
  return PERIOD_COLORS[place % PERIOD_COLORS.length] ?? 'blue';
}
