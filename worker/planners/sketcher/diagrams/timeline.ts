import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import type { SketchRequest } from '../reading/request.ts';
import { Sketch } from '../sketch/sketch.ts';
import { dated } from '../text/dates.ts';
import { type Item, leaf } from '../text/item.ts';
import { capitalise } from '../text/plain.ts';
import { numberOf } from '../text/words.ts';
import { findProcess, generalProcess } from '../topics/find.ts';
import { cardsOf, drawColumns } from './board.ts';

/** Events in their order, or, for a roadmap by quarter or month, one column for each period. */
export function drawTimeline(request: SketchRequest): Sketch {
  const periods = request.items.length === 0 ? periodsOf(request.title) : [];
  if (periods.length > 0) return drawPeriods(request, periods);
  const sketch = new Sketch(request.title || 'Timeline', 'timeline', request.direction ?? 'right');
  const events = [...request.items];
  if (events.length === 0) {
    const known = findProcess(request.subject || request.title);
    const past = known === null && HISTORY.test(request.title);
    sketch.warn(
      past
        ? 'No events were given: replace the headings by them.'
        : 'No events were given: the timeline shows the usual steps, without dates.',
    );
    events.push(...(past ? chapters : (known ?? generalProcess('')).steps).map(leaf));
  }
  drawEvents(sketch, events);
  return sketch;
}

/** What is not planned but told. */
const HISTORY = /\b(?:history|chronology|time ?-?line|Zeitstrahl|Zeitleiste)\b/i;
const chapters = ['What led to it', 'Beginning', 'First turning point', 'Height', 'End', 'What followed'];

/** Milestones in a chain; several things at one time are notes that hang on it. */
function drawEvents(sketch: Sketch, events: readonly Item[]): void {
  const ids = events.map((event) => {
    const text = textOf(event);
    return sketch.node(text, { color: colorOf(text) });
  });
  for (const [place, id] of ids.entries()) if (place > 0) sketch.edge(ids[place - 1] ?? '', id);
  for (const [place, event] of events.entries()) {
    if (event.children.length < 2) continue;
    for (const note of cardsOf(event.children)) {
      sketch.edge(ids[place] ?? '', sketch.node(note, { shape: 'sticky', color: 'yellow' }));
    }
  }
}

/** "Jan kickoff" is "Jan: Kickoff". */
function textOf(item: Item): string {
  const [only, ...others] = cardsOf(item.children);
  if (only !== undefined) return others.length === 0 ? `${item.text}: ${capitalise(only)}` : item.text;
  const event = dated(item.text);
  if (event === null) return item.text;
  return event.what === '' ? event.when : `${capitalise(event.when)}: ${capitalise(event.what)}`;
}

function colorOf(event: string): PlanColor {
  if (/\b(?:launch|release|go[- ]?live|live|finish|done|complete|celebrat)/i.test(event)) return 'green';
  if (/\b(?:deadline|freeze|due|cut-?off|expires?)\b/i.test(event)) return 'red';
  if (/\b(?:kick-?off|start|begin)/i.test(event)) return 'yellow';
  return 'blue';
}

const PERIOD_COLORS: readonly PlanColor[] = ['blue', 'green', 'yellow', 'purple'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Names of the periods that a title asks for: "by quarter", "for 6 weeks", "monthly". */
function periodsOf(title: string): string[] {
  const year = /\b(?:19|20|21)\d{2}\b/.exec(title)?.[0] ?? '';
  const count = /\b(\w+)[- ](week|month|quarter|sprint|day)s?\b/i.exec(title);
  const asked = numberOf(count?.[1] ?? '');
  if (asked !== null && asked > 1) {
    return Array.from(
      { length: Math.min(asked, 12) },
      (_, at) => `${capitalise(count?.[2]?.toLowerCase() ?? '')} ${at + 1}`,
    );
  }
  if (/\bquarter(?:s|ly)?\b/i.test(title))
    return ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${quarter} ${year}`.trim());
  if (/\bmonth(?:s|ly)?\b/i.test(title)) return MONTHS.map((month) => `${month} ${year}`.trim());
  if (/\bweekdays?\b|\bweek plan\b|\bweekly\b/i.test(title))
    return ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  if (/\bnow,? next,? (?:and )?later\b/i.test(title)) return ['Now', 'Next', 'Later'];
  return [];
}

/** Columns, one a period, with usual steps of the subject spread over them. */
function drawPeriods(request: SketchRequest, periods: readonly string[]): Sketch {
  const sketch = new Sketch(request.title, 'timeline', 'right');
  const known = findProcess(request.subject);
  const tasks = known?.steps ?? roadmap;
  sketch.warn('No entries were given: each period begins with a usual one.');
  drawColumns(
    sketch,
    periods.map((title, place) => ({
      title,
      slot: null,
      color: PERIOD_COLORS[place % PERIOD_COLORS.length] ?? 'blue',
      cards: tasks.slice(
        Math.floor((place * tasks.length) / periods.length),
        Math.max(
          Math.floor(((place + 1) * tasks.length) / periods.length),
          Math.floor((place * tasks.length) / periods.length) + 1,
        ),
      ),
    })),
  );
  return sketch;
}

const roadmap = [
  'Agree on goals',
  'Research what users need',
  'Choose priorities',
  'Build the first version',
  'Test with early users',
  'Improve from feedback',
  'Launch widely',
  'Review and plan ahead',
];
