import { t } from '../../language/dashboardTexts.ts';

/** Jobs in one request. */
const batchSize = 100;

/** What became of the jobs. */
export type BulkOutcome = {
  done: number;
  unsuitable: number;
  overQuota: number;
  notAccepted: number;
  missing: number;
  problem: string | null;
};

export type BatchResult =
  | { results: readonly { __typename: string }[]; remainingCount: number }
  | { problem: string };

const empty: BulkOutcome = {
  done: 0,
  unsuitable: 0,
  overQuota: 0,
  notAccepted: 0,
  missing: 0,
  problem: null,
};

/**
 * Sends jobs in batches, one after the other, until none is left or a request fails.
 * @param jobIds Null: those that match a filter.
 * @param send Null: the first jobs that match the filter.
 */
export async function runBatches(
  jobIds: readonly string[] | null,
  send: (jobIds: string[] | null) => Promise<BatchResult>,
): Promise<BulkOutcome> {
  let outcome = empty;
  for (let start = 0; jobIds === null || start < jobIds.length; start += batchSize) {
    const answer = await send(jobIds?.slice(start, start + batchSize) ?? null);
    if ('problem' in answer) return { ...outcome, problem: answer.problem };
    const before = outcome.done;
    outcome = answer.results.reduce(count, outcome);
    // A filter finds refused jobs again.
    if (jobIds === null && (answer.remainingCount === 0 || outcome.done === before)) return outcome;
  }
  return outcome;
}

function count(outcome: BulkOutcome, { __typename }: { __typename: string }): BulkOutcome {
  switch (__typename) {
    case 'JobStateError':
      return { ...outcome, unsuitable: outcome.unsuitable + 1 };
    case 'BudgetExceededError':
    case 'JobsNotAcceptedError':
      return { ...outcome, notAccepted: outcome.notAccepted + 1 };
    case 'QuotaExceededError':
      return { ...outcome, overQuota: outcome.overQuota + 1 };
    case 'NotFoundError':
      return { ...outcome, missing: outcome.missing + 1 };
    default:
      return { ...outcome, done: outcome.done + 1 };
  }
}

/** What became of the jobs, as one line: `18 cancelled, 2 were finished already`. */
export function outcomeSummary(action: 'cancel' | 'retry', outcome: BulkOutcome): string {
  const kinds = ['done', 'unsuitable', 'overQuota', 'notAccepted', 'missing'] as const;
  const counts = kinds
    .filter((kind) => kind === 'done' || outcome[kind] > 0)
    .map((kind) => t(`dashboard.bulk.${action}.${kind}`, { count: outcome[kind] }));
  return [counts.join(', '), outcome.problem].filter(Boolean).join('. ');
}
