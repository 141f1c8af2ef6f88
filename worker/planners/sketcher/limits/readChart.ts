import { withoutCommand } from '../instruction/command.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { splitList } from '../text/split.ts';
import { chartLimit } from './limits.ts';

const PARTS = /^([^:]*?)(?::\s*|\s+(?:with|showing|mit|avec|con)\s+)(.*)$/is;
/** Draws the values of a chart as boxes: "bar chart of sales: Jan 10, Feb 20". Null where there are fewer than two. */
export function readChart(text: string): PlanBuilder | null {
  if (!chartLimit.asked.test(text)) return null;
  const [, title = '', written = ''] = PARTS.exec(text) ?? [];
  const values = splitList(written);
  if (values.length < 2) return null;
  const plan = new PlanBuilder(
    withoutCommand(title, () => 0),
    'grid',
  );
  for (const value of values) plan.node(value);
  plan.warn(chartLimit.says);
  return plan;
}
