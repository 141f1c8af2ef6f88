import { findTemplate } from '../boards/find.ts';
import { withoutCommand } from '../instruction/command.ts';
import { kindNames } from '../instruction/kinds.ts';
import { countIn } from '../instruction/title.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { ARROW } from '../reading/evidence.ts';
import { chartLimit, type Limit, limits } from './limits.ts';

/** Longest text that is one wish, in UTF-16 units. */
const LONGEST = 200;

/**
 * Draws the words of a wish that can't be met, such as a photo, and says so; null for other texts. A text with lines,
 * arrows or a list of its own has something that can be drawn, and is left to other readers. Comes after those of
 * charts and shapes.
 */
export function readLimits(text: string): PlanBuilder | null {
  const wish = text.trim();
  if (wish.length > LONGEST || wish.includes('\n') || ARROW.test(wish)) return null;
  const limit = chartLimit.asked.test(wish)
    ? chartLimit
    : hasParts(wish)
      ? undefined
      : limits.find(({ asked }) => asked.test(wish));
  if (limit === undefined || (limit.evenOfDiagrams !== true && isDrawable(wish))) return null;
  return drawWish(wish, limit);
}

function drawWish(wish: string, { says }: Limit): PlanBuilder {
  const name = withoutCommand(wish, () => 0);
  const plan = new PlanBuilder(name, 'grid');
  plan.node(name);
  plan.warn(says);
  return plan;
}

/** Weight from which the name of a kind stands for a diagram by itself. */
const SURE = 9;

/** Whether a wish names a diagram. */
const isDrawable = (wish: string): boolean =>
  findTemplate(wish) !== null ||
  countIn(wish) !== null ||
  /\b(?:steps|stages|phases|process|flow|Ablauf|Prozess|processus|proceso|processo|flujo)\b/i.test(wish) ||
  kindNames.some(({ pattern, weight }) => weight >= SURE && pattern.test(wish));

/** Whether a text has a list, or as many sentences as prose. */
const hasParts = (wish: string): boolean =>
  /:\s/.test(wish) || wish.split(/[,;]\s/).length > 2 || wish.split(/[.!?]\s/).length > 2;
