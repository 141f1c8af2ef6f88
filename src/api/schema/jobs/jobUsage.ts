import { builder } from '../../graphql/builder.ts';

type JobUsage = {
  inputTokens: number;
  outputTokens: number;
  estimatedCostUsd: number | null;
  estimated: boolean;
};

export const JobUsageRef = builder.objectRef<JobUsage>('JobUsage').implement({
  description: 'Tokens and cost of calls to the provider.',
  fields: (t) => ({
    inputTokens: t.exposeInt('inputTokens', { description: 'Input tokens.' }),
    outputTokens: t.exposeInt('outputTokens', { description: 'Output tokens.' }),
    estimatedCostUsd: t.exposeFloat('estimatedCostUsd', {
      nullable: true,
      description: 'US dollars at the configured prices; null when none are configured.',
    }),
    estimated: t.exposeBoolean('estimated', {
      description: 'Whether the tokens are estimated, because a stream was aborted.',
    }),
  }),
});

type UsageColumns = {
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  usageEstimated: boolean;
};

/** Sums up the usage of attempts; null when none called a model. */
export function usageOf(attempts: readonly UsageColumns[]): JobUsage | null {
  const counted = attempts.filter((attempt) => attempt.inputTokens !== null || attempt.outputTokens !== null);
  if (counted.length === 0) return null;
  const sum = (amount: (attempt: UsageColumns) => number | null) =>
    counted.reduce((total, attempt) => total + (amount(attempt) ?? 0), 0);
  return {
    inputTokens: sum((attempt) => attempt.inputTokens),
    outputTokens: sum((attempt) => attempt.outputTokens),
    estimatedCostUsd: counted.every((attempt) => attempt.costUsd === null)
      ? null
      : sum((attempt) => attempt.costUsd),
    estimated: counted.some((attempt) => attempt.usageEstimated),
  };
}
