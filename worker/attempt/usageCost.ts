/** US dollars per million tokens. */
export type TokenPrices = { input: number; output: number };

/** Cost of tokens in US dollars, or null when no prices are configured. */
export function usageCost(
  usage: { inputTokens: number; outputTokens: number },
  prices: TokenPrices | undefined,
): number | null {
  if (prices === undefined) return null;
  return (usage.inputTokens * prices.input + usage.outputTokens * prices.output) / 1_000_000;
}
