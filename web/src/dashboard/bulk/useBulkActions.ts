import { useState } from 'react';
import { useClient } from 'urql';
import { doc } from '../../api/document.ts';
import { type Refusal, refusalText } from '../../api/errors/refusalText.ts';
import { requestFailure } from '../../api/errors/requestFailure.ts';
import { serverNow } from '../../api/serverClock.ts';
import { CancelJobsDocument, RetryJobsDocument } from '../../generated/graphql.ts';
import { announce } from '../../ui/messages/notice.ts';
import type { JobFilters } from '../filters/filters.ts';
import { jobFilterOf } from '../filters/filterVariables.ts';
import { type BatchResult, outcomeSummary, runBatches } from './runBatches.ts';
import type { Selection } from './selection.ts';

export type BulkActions = {
  isBusy: boolean;
  cancel(keepPartial: boolean): Promise<void>;
  retry(): Promise<void>;
};

/** Cancels or retries the selected jobs, and shows what became of them. */
export function useBulkActions(selection: Selection, filters: JobFilters, onDone: () => void): BulkActions {
  const client = useClient();
  const [isBusy, setIsBusy] = useState(false);

  async function run(
    action: 'cancel' | 'retry',
    send: (jobs: object) => Promise<BatchResult>,
  ): Promise<void> {
    setIsBusy(true);
    const scope = filters.scope === 'all' ? 'ALL' : 'MINE';
    const matching = { filter: jobFilterOf(filters, serverNow()), scope };
    const jobIds = selection.isAll ? null : [...selection.ids];
    const outcome = await runBatches(jobIds, (ids) => send(ids === null ? matching : { jobIds: ids }));
    announce({ text: outcomeSummary(action, outcome), isFailure: outcome.problem !== null });
    setIsBusy(false);
    onDone();
  }

  return {
    isBusy,
    cancel: (keepPartial) =>
      run('cancel', async (jobs) => {
        const input = { ...jobs, keepPartial };
        const { data, error } = await client.mutation(doc(CancelJobsDocument), { input }).toPromise();
        return error ? { problem: requestFailure(error) } : resultOf(data?.cancelJobs);
      }),
    retry: () =>
      run('retry', async (jobs) => {
        const { data, error } = await client.mutation(doc(RetryJobsDocument), { input: jobs }).toPromise();
        return error ? { problem: requestFailure(error) } : resultOf(data?.retryJobs);
      }),
  };
}

type Answer =
  | { results: readonly { __typename: string }[]; remainingCount: number }
  | Refusal
  | null
  | undefined;

function resultOf(answer: Answer): BatchResult {
  if (!answer) return { results: [], remainingCount: 0 };
  return 'message' in answer ? { problem: refusalText(answer) } : answer;
}
