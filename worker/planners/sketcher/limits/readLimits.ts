import { findTemplate } from '../boards/find.ts';
import { kindNames } from '../instruction/kinds.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { ARROW } from '../reading/evidence.ts';
import { splitList } from '../text/split.ts';
import { chartLimit, limits } from './limits.ts';

/** Longest text that is one wish, in UTF-16 units. */
const LONGEST = 200;

/**
 * Draws the words of a wish that can't be met, such as a photo, and says so. A text with lines, arrows or a list of its
 * own has something that can be drawn, and is left to other readers.
 */
export function readLimits(text: string): PlanBuilder | null {
  const wish = text.trim();
  if (wish.length > LONGEST || wish.includes('\n') || ARROW.test(wish)) return null;
  if (chartLimit.asked.test(wish)) return drawValues(wish);
  if (hasParts(wish)) return null;
  const limit = limits.find(({ asked }) => asked.test(wish));
  if (limit === undefined || (limit.evenOfDiagrams !== true && namesDiagram(wish))) return null;
  return drawTexts([], { name: wish.replace(COMMAND, ''), warning: limit.says });
}

/** "Please draw me a", which is no part of what is wished for. */
const COMMAND =
  /^(?:(?:please|pls|can you|could you|i want|i need|make|draw|create|insert|add|show|generate|sketch|give|design|put|paint)\s+(?:me\s+|us\s+)?)*(?:(?:an?|the)\s+)?/i;

/** Weight from which the name of a kind stands for a diagram by itself. */
const SURE = 9;

const namesDiagram = (wish: string): boolean =>
  findTemplate(wish) !== null ||
  /\b(?:steps|stages|phases|process|flow)\b/i.test(wish) ||
  kindNames.some(({ pattern, weight }) => weight >= SURE && pattern.test(wish));

/** Whether a text has a list, or as many sentences as prose. */
const hasParts = (wish: string): boolean =>
  /:\s/.test(wish) || wish.split(/[,;]\s/).length > 2 || wish.split(/[.!?]\s/).length > 2;

/** "bar chart of sales: Jan 10, Feb 20": the values as boxes, else the wish itself. */
function drawValues(wish: string): PlanBuilder {
  const [, title = '', values = ''] =
    /^(.*?)(?::\s*|\s+(?:with|showing|mit|avec|con)\s+)(.*)$/i.exec(wish) ?? [];
  return drawTexts(splitList(values), {
    name: (title || wish).replace(COMMAND, ''),
    warning: chartLimit.says,
  });
}

function drawTexts(
  texts: readonly string[],
  { name, warning }: { name: string; warning: string },
): PlanBuilder {
  const plan = new PlanBuilder(name, 'grid');
  for (const text of texts.length > 0 ? texts : [name]) plan.node(text);
  plan.warn(warning);
  return plan;
}
