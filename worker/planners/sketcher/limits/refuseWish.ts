import { findTemplate } from '../boards/find.ts';
import { kindNames } from '../instruction/kinds.ts';
import type { Refusal } from '../plan/planBuilder.ts';
import { ARROW } from '../reading/evidence.ts';
import { readShapes } from '../shapes/readShapes.ts';
import { chartLimit, limits } from './limits.ts';
import { readChart } from './readChart.ts';

/** Longest text that is one wish, in UTF-16 units. */
const LONGEST = 200;

/**
 * Why nothing is drawn of a wish that can't be met, such as a photo; null for other texts. A text with lines, arrows or
 * a list of its own has something that can be drawn, and is left to the readers.
 */
export function refuseWish(text: string): Refusal | null {
  const wish = text.trim();
  if (wish.length > LONGEST || wish.includes('\n') || ARROW.test(wish)) return null;
  const isChart = chartLimit.asked.test(wish) && readChart(wish) === null;
  const limit = isChart
    ? chartLimit
    : hasParts(wish)
      ? undefined
      : limits.find(({ asked }) => asked.test(wish));
  if (limit === undefined || (limit.evenOfDiagrams !== true && isDrawable(wish))) return null;
  return { refusal: limit.says };
}

/** Weight from which the name of a kind stands for a diagram by itself. */
const SURE = 9;

/** Whether a wish names a diagram, or shapes. */
const isDrawable = (wish: string): boolean =>
  findTemplate(wish) !== null ||
  /\b(?:steps|stages|phases|process|flow)\b/i.test(wish) ||
  kindNames.some(({ pattern, weight }) => weight >= SURE && pattern.test(wish)) ||
  readShapes(wish) !== null;

/** Whether a text has a list, or as many sentences as prose. */
const hasParts = (wish: string): boolean =>
  /:\s/.test(wish) || wish.split(/[,;]\s/).length > 2 || wish.split(/[.!?]\s/).length > 2;
