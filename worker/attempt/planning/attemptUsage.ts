import type { AttemptUsage } from '../../../src/jobs/attempts/recordable.ts';
import { recordableUsage } from '../../../src/jobs/attempts/recordable.ts';
import type { PlannerUsage } from '../../planners/planner.ts';

/** US dollars per million tokens. */
export type TokenPrices = { input: number; output: number };

/** What an attempt is charged for: the planner's tokens and their cost; null when no model was called. */
export function attemptUsage(usage: PlannerUsage | null, prices: TokenPrices | undefined): AttemptUsage {
  return usage === null ? null : recordableUsage({ ...usage, costUsd: usageCost(usage, prices) });
}

/** Cost of tokens in US dollars, or null when no prices are configured. */
export function usageCost(
  usage: { inputTokens: number; outputTokens: number },
  prices: TokenPrices | undefined,
): number | null {
  if (prices === undefined) return null;
  return (usage.inputTokens * prices.input + usage.outputTokens * prices.output) / 1_000_000;
}
