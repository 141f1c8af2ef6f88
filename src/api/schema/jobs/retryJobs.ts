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
import { readTimeAgo } from './sql/readTimeAgo.ts';

const RetryJobInput = builder.inputType('RetryJobInput', {
  description: 'Which job to retry.',
  fields: (t) => ({
    jobId: t.id({
      required: true,
      description: 'A job that failed, was cancelled, or waits for its next attempt.',
    }),
  }),
});

const RetryJobsInput = builder.inputType('RetryJobsInput', {
  description: 'Which jobs to retry: `jobIds` or `filter`.',
  fields: (t) => ({
    ...selectionFields(t, {
      jobs: 'jobs that failed, were cancelled, or wait for their next attempt',
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
    description:
      'Puts a failed or cancelled job back into the queue. Lets the next attempt of a job that waits for it start at ' +
      "once. Operators may retry everyone's.",
    authScopes: { user: true },
    args: { input: t.arg({ type: RetryJobInput, required: true, description: 'Which job.' }) },
    resolve: (_root, { input }, context) => retry(input.jobId, context),
  }),
  retryJobs: t.field({
    type: BatchResult,
    description:
      `Does what \`retryJob\` does for up to ${maxBatchSize} jobs, each in a transaction of its own. ` +
      'Counts as one mutation for each of `jobIds`, or as `first` mutations with a filter.',
    ...jobBatchOptions,
    args: { input: t.arg({ type: RetryJobsInput, required: true, description: 'Which jobs.' }) },
    resolve: async (_root, { input }, context) => {
      const now = await readTimeAgo(context.database.pool, { ms: 0 });
      const batch = await selectJobs(input, canBeRetried(now), context);
      const results = await runBatch(batch.jobIds, refusals, (jobId) => retry(jobId, context));
      return { ...batch, results };
    },
  }),
}));

/** @throws ExpectedError One of `refusals`. */
async function retry(globalId: string, context: Context): Promise<ChangedJob> {
  const jobId = existingJobId(globalId);
  await retryJob(context.database.pool, { jobId, ownerId: changeableBy(context) }, limitsOf(context));
  context.log.info({ jobId }, 'a job is retried at the request of a user');
  return { jobId };
}

/** The condition of `CanvasJob.canRetry`, without jobs whose next attempt may start already: nothing changes for them. */
const canBeRetried = (now: Date): Prisma.CanvasJobWhereInput => ({
  OR: [
    {
      status: { in: [...transitions.retry.from] },
      versions: { none: {} },
      canvas: { deletedAt: null },
    },
    { status: 'QUEUED', nextAttemptAt: { gt: now } },
  ],
});
