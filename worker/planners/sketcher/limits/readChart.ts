import { PlanBuilder } from '../plan/planBuilder.ts';
import { splitList } from '../text/split.ts';
import { chartLimit } from './limits.ts';

const PARTS = /^([^:]*?)(?::\s*|\s+(?:with|showing|mit|avec|con)\s+)(.*)$/is;
/** "Please draw me a", which is no part of what is wished for. */
export const COMMAND =
  /^(?:(?:please|pls|can you|could you|i want|i need|make|draw|create|insert|add|show|generate|sketch|give|design|put|paint|zeichne|male?|mach|dessine|dibuja)\s+(?:(?:me|us|mir|uns|moi|nous)\s+)?)*(?:(?:an?|the|einen?|ein|une?|una?)\s+)?/i;

/** Draws the values of a chart as boxes: "bar chart of sales: Jan 10, Feb 20". Null where there are fewer than two. */
export function readChart(text: string): PlanBuilder | null {
  if (!chartLimit.asked.test(text)) return null;
  const [, title = '', written = ''] = PARTS.exec(text) ?? [];
  const values = splitList(written);
  if (values.length < 2) return null;
  const plan = new PlanBuilder(title.replace(COMMAND, ''), 'grid');
  for (const value of values) plan.node(value);
  plan.warn(chartLimit.says);
  return plan;
}
