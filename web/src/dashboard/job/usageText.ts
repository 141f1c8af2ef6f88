import type { JobPageJobFragment } from '../../generated/graphql.ts';
import { formatCost } from '../../jobs/texts/format.ts';
import { t } from '../../language/dashboardTexts.ts';

type Usage = NonNullable<JobPageJobFragment['usage']>;

/** Tokens and cost: `1,200 tokens (1,000 in, 200 out), about US$ 0.0123`. */
export function usageText({ inputTokens, outputTokens, estimated, estimatedCostUsd }: Usage): string {
  const count = inputTokens + outputTokens;
  const tokens = t('dashboard.job.tokens', { count, input: inputTokens, output: outputTokens });
  const total = estimated ? t('dashboard.job.estimated', { tokens }) : tokens;
  if (estimatedCostUsd === null) return total;
  return `${total}, ${formatCost(estimatedCostUsd)}`;
}
