import type { Prisma } from '../../../database/generated/prisma/client.ts';
import {
  BudgetExceededError,
  JobStateError,
  JobsNotAcceptedError,
  NotFoundError,
  QuotaExceededError,
} from '../../../errors.ts';
import { retryJob } from '../../../jobs/commands/retryJob.ts';
import { transitions } from '../../../jobs/transitions.ts';
import { maxBatchSize, runBatch } from '../../graphql/batch.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { changeableBy, existingJobId, limitsOf } from './changeableJob.ts';
import { type ChangedJob, jobBatchOptions, jobResultTypes, selectionFields, selectJobs } from './jobBatch.ts';

const RetryJobInput = builder.inputType('RetryJobInput', {
  description: 'Which job to retry.',
  fields: (t) => ({ jobId: t.id({ required: true, description: 'A failed or cancelled job.' }) }),
});

const RetryJobsInput = builder.inputType('RetryJobsInput', {
  description: 'Which jobs to retry: `jobIds` or `filter`.',
  fields: (t) => ({
    ...selectionFields(t, {
      jobs: 'failed or cancelled jobs',
      eligible: '`canRetry`',
      done: 'retried',
    }),
  }),
});

const refusals = [
  NotFoundError,
  JobStateError,
  QuotaExceededError,
  BudgetExceededError,
  JobsNotAcceptedError,
];
const { Result, BatchResult } = jobResultTypes('RetryJob', 'The job is in the queue again.', refusals);

builder.mutationFields((t) => ({
  retryJob: t.field({
    type: Result,
    description: "Puts a failed or cancelled job back into the queue; operators may retry everyone's.",
    authScopes: { user: true },
    args: { input: t.arg({ type: RetryJobInput, required: true, description: 'Which job.' }) },
    resolve: (_root, { input }, context) => retry(input.jobId, context),
  }),
  retryJobs: t.field({
    type: BatchResult,
    description:
      `Puts up to ${maxBatchSize} failed or cancelled jobs back into the queue, each in a transaction of its own. ` +
      'Counts as one mutation for each of `jobIds`, or as `first` mutations with a filter.',
    ...jobBatchOptions,
    args: { input: t.arg({ type: RetryJobsInput, required: true, description: 'Which jobs.' }) },
    resolve: async (_root, { input }, context) => {
      const batch = await selectJobs(input, canBeRetried, context);
      const results = await runBatch(batch.jobIds, refusals, (jobId) => retry(jobId, context));
      return { ...batch, results };
    },
  }),
}));

/** @throws ExpectedError One of `refusals`. */
async function retry(globalId: string, context: Context): Promise<ChangedJob> {
  const jobId = existingJobId(globalId);
  await retryJob(context.database.pool, { jobId, ownerId: changeableBy(context) }, limitsOf(context));
  context.log.info({ jobId }, 'a job was queued again by a user');
  return { jobId };
}

/** The condition of `CanvasJob.canRetry`. */
const canBeRetried: Prisma.CanvasJobWhereInput = {
  status: { in: [...transitions.retry.from] },
  versions: { none: {} },
  canvas: { deletedAt: null },
};
