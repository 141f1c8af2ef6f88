import { findTemplate } from '../boards/find.ts';
import { kindNames } from '../instruction/kinds.ts';
import { titleOf } from '../instruction/title.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { ARROW } from '../reading/evidence.ts';
import { timeRun } from '../text/runs.ts';
import { drawPoints } from './drawTimes.ts';

/** Most words, and UTF-16 units, of a title before the first point of time. */
const MOST_WORDS = 10;
const MAX_TITLE = 90;
/** Most words that are said of a point, in the mean: longer ones are prose. */
const MOST_TOLD = 30;
/** Weight of a name that says for certain that another kind of diagram is meant. */
const CERTAIN = 11;
const CONDITION = /(?:^|[\s,;])(?:if|unless|otherwise|wenn|falls|sonst|sinon|si no)\s/iu;

/** Reads a text that tells what happens when, point after point: a plan of the week, an agenda, a history. */
export function readTimeRun(text: string): PlanBuilder | null {
  if (ARROW.test(text) || CONDITION.test(text)) return null;
  const run = timeRun(text);
  if (run === null || !isTitle(run.before)) return null;
  const filled = run.items.filter(({ children }) => children.length > 0);
  const words = filled.flatMap(({ children }) => children.flatMap((child) => child.text.split(' ')));
  if (filled.length * 2 < run.items.length || words.length > MOST_TOLD * run.items.length) return null;
  const plan = new PlanBuilder(titleOf(run.before) || 'Timeline', 'timeline', 'right');
  drawPoints(plan, run.items);
  return plan;
}

/** Whether words before the first point are a title, and not that of another kind of diagram. */
function isTitle(before: string): boolean {
  const words = before.trim();
  const template = findTemplate(words);
  return (
    words.length <= MAX_TITLE &&
    words.split(/\s+/).length <= MOST_WORDS &&
    !/[\n;,]\s*\S|[.!?]\s+\S/.test(words) &&
    (template === null || template.name === 'Week plan') &&
    !kindNames.some(
      ({ kind, pattern, weight }) => kind !== 'timeline' && weight >= CERTAIN && pattern.test(words),
    )
  );
}
