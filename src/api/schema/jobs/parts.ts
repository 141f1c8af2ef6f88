import type { JobError } from '../../../events/log/jobEvent.ts';
import { builder } from '../../graphql/builder.ts';

export const JobErrorRef = builder.objectRef<JobError>('JobError').implement({
  description: 'What went wrong with an attempt or a job.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'For programs, in capitals: PROVIDER_RATE_LIMITED. See docs/api.md.',
    }),
    message: t.exposeString('message', { description: 'For a person.' }),
    retryable: t.exposeBoolean('retryable', { description: 'Whether trying again may help.' }),
  }),
});

type ErrorColumns = { errorCode: string | null; errorMessage: string | null; errorRetryable: boolean | null };

/** The error that a row of a job or an attempt holds, if any. */
export function jobErrorOf({ errorCode, errorMessage, errorRetryable }: ErrorColumns): JobError | null {
  if (errorCode === null || errorMessage === null || errorRetryable === null) return null;
  return { code: errorCode, message: errorMessage, retryable: errorRetryable };
}

export type JobUsage = {
  inputTokens: number;
  outputTokens: number;
  estimatedCostUsd: number | null;
  estimated: boolean;
};

export const JobUsageRef = builder.objectRef<JobUsage>('JobUsage').implement({
  description: "What the model's provider charges for.",
  fields: (t) => ({
    inputTokens: t.exposeInt('inputTokens', { description: 'Tokens sent.' }),
    outputTokens: t.exposeInt('outputTokens', { description: 'Tokens generated.' }),
    estimatedCostUsd: t.exposeFloat('estimatedCostUsd', {
      nullable: true,
      description: 'US dollars by the configured prices; null when none are configured.',
    }),
    estimated: t.exposeBoolean('estimated', {
      description: 'Whether the tokens are an estimate, because a stream was cut short.',
    }),
  }),
});

type UsageColumns = {
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  usageEstimated: boolean;
};

/** What attempts used together; null when none of them asked a model. */
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
