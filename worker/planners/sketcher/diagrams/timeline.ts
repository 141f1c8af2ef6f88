import { columnsOf, drawColumns } from '../plan/columns.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { dayNames, monthNames } from '../text/calendar.ts';
import { datedItems, inOrderOfDates } from '../text/datedItems.ts';
import { leaf } from '../text/item.ts';
import { capitalise } from '../text/plain.ts';
import { numberOf } from '../text/words.ts';
import { drawEvents, drawPoints, periodColor } from '../times/drawTimes.ts';
import { findProcess } from '../topics/find.ts';

/** Events in their order, or one column for each period where periods have several entries. */
export function drawTimeline(request: SketchRequest): PlanBuilder {
  const periods = request.items.length === 0 ? periodsOf(request.title) : [];
  if (periods.length > 0) return drawPeriods(request, periods);
  const given = request.items.some((item) => item.children.length > 0)
    ? request.items
    : (datedItems(request.body) ?? request.items);
  const plan = new PlanBuilder(request.title || 'Timeline', 'timeline', request.direction ?? 'right');
  if (given.length > 0) drawPoints(plan, inOrderOfDates(given));
  else {
    const known = findProcess(request.subject || request.title);
    plan.warn(
      known === null
        ? 'No events given, so they are numbered. To name them: “timeline: 2019 idea, 2021 launch”.'
        : 'No events given, so these are typical steps without dates.',
    );
    drawEvents(plan, known?.steps ?? ['Event 1', 'Event 2', 'Event 3', 'Event 4']);
  }
  return plan;
}

/** Names of the periods that a title asks for: "by quarter", "for 6 weeks", "monthly". */
function periodsOf(title: string): string[] {
  const year = /\b(?:19|20|21)\d{2}\b/.exec(title)?.[0] ?? '';
  const count = /\b(\w+)[- ](week|month|sprint|day)s?\b/i.exec(title);
  const asked = numberOf(count?.[1] ?? '');
  if (asked !== null && asked > 1) {
    return Array.from(
      { length: Math.min(asked, 12) },
      (_, at) => `${capitalise(count?.[2]?.toLowerCase() ?? '')} ${at + 1}`,
    );
  }
  if (/\bquarter(?:s|ly)?\b/i.test(title))
    return ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${quarter} ${year}`.trim());
  if (/\bmonth(?:s|ly)?\b/i.test(title)) return monthNames.map((month) => `${month} ${year}`.trim());
  if (/\bweekdays?\b|\bweek plan\b|\bweekly\b/i.test(title)) return dayNames.slice(0, 5);
  if (/\bnow,? next,? (?:and )?later\b/i.test(title)) return ['Now', 'Next', 'Later'];
  return [];
}

/** Columns, one a period, with the usual steps of a known subject spread over them. */
function drawPeriods(request: SketchRequest, periods: readonly string[]): PlanBuilder {
  const plan = new PlanBuilder(request.title, 'timeline', 'right');
  const tasks = findProcess(request.subject)?.steps ?? [];
  plan.warn(
    tasks.length > 0
      ? 'No entries given, so each period starts with a typical one.'
      : `No entries given, so the periods are empty. To fill them: “roadmap: ${periods[0]}: design; ${periods[1]}: build”.`,
  );
  const startOf = (place: number) => Math.floor((place * tasks.length) / periods.length);
  const items = periods.map((text, place) => ({
    text,
    children: tasks.slice(startOf(place), Math.max(startOf(place + 1), startOf(place) + 1)).map(leaf),
  }));
  drawColumns(plan, columnsOf(items, periodColor));
  return plan;
}
