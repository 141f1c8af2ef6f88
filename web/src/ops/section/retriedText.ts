import { refusalText } from '../../api/errors/refusalText.ts';
import type { RetryFailedJobsMutation } from '../../generated/graphql.ts';
import { t } from '../../language/opsTexts.ts';

type Retried = Extract<NonNullable<RetryFailedJobsMutation['retryJobs']>, { results: unknown }>;

/** As many jobs as one request may retry. */
export const batchSize = 100;

/** What became of the jobs of a batch: how many are in the queue again, and why the others are not. */
export function retriedText({ results, remainingCount }: Retried): string {
  const refused = results.filter((result) => result.__typename !== 'RetryJobSuccess');
  return [
    t('ops.failures.retried', { count: results.length - refused.length }),
    refused[0] && t('ops.failures.refused', { count: refused.length, reason: refusalText(refused[0]) }),
    remainingCount > 0 && t('ops.failures.remaining', { count: remainingCount }),
  ]
    .filter(Boolean)
    .join(' ');
}
