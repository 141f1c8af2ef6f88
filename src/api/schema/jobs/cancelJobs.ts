import { JobStateError, NotFoundError } from '../../../errors.ts';
import { cancelJob } from '../../../jobs/commands/cancelJob.ts';
import { transitions } from '../../../jobs/transitions.ts';
import { maxBatchSize, runBatch } from '../../graphql/batch.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { changeableBy, existingJobId } from './changeableJob.ts';
import { type ChangedJob, jobBatchOptions, jobResultTypes, selectionFields, selectJobs } from './jobBatch.ts';

const keepPartial = {
  defaultValue: false,
  description: 'Whether to keep the objects generated so far as the result.',
};

const CancelJobInput = builder.inputType('CancelJobInput', {
  description: 'Which job to cancel.',
  fields: (t) => ({
    jobId: t.id({ required: true, description: 'The job.' }),
    keepPartial: t.boolean(keepPartial),
  }),
});

const CancelJobsInput = builder.inputType('CancelJobsInput', {
  description: 'Which jobs to cancel: `jobIds` or `filter`.',
  fields: (t) => ({
    ...selectionFields(t, { jobs: 'jobs', eligible: 'wait or run', done: 'cancelled' }),
    keepPartial: t.boolean(keepPartial),
  }),
});

const refusals = [NotFoundError, JobStateError];
const { Result, BatchResult } = jobResultTypes(
  'CancelJob',
  'The job is cancelled, or is being cancelled.',
  refusals,
);

/** Jobs of which a cancellation changes the state. */
const canBeCancelled = {
  status: { in: [...transitions.cancelWaiting.from, ...transitions.requestCancel.from] },
};

builder.mutationFields((t) => ({
  cancelJob: t.field({
    type: Result,
    description:
      "Cancels a job: at once when it waits, shortly after when it runs. Operators may cancel everyone's.",
    authScopes: { user: true },
    args: {
      input: t.arg({ type: CancelJobInput, required: true, description: 'Which job, and its options.' }),
    },
    resolve: (_root, { input }, context) => cancel(input.jobId, input.keepPartial, context),
  }),
  cancelJobs: t.field({
    type: BatchResult,
    description:
      `Cancels up to ${maxBatchSize} jobs, each in a transaction of its own. ` +
      'Counts as one mutation for each of `jobIds`, or as `first` mutations with a filter.',
    ...jobBatchOptions,
    args: { input: t.arg({ type: CancelJobsInput, required: true, description: 'Which jobs.' }) },
    resolve: async (_root, { input }, context) => {
      const batch = await selectJobs(input, canBeCancelled, context);
      const results = await runBatch(batch.jobIds, refusals, (jobId) =>
        cancel(jobId, input.keepPartial, context),
      );
      return { ...batch, results };
    },
  }),
}));

/** @throws ExpectedError One of `refusals`. */
async function cancel(
  globalId: string,
  keepPartial: boolean | null | undefined,
  context: Context,
): Promise<ChangedJob> {
  const jobId = existingJobId(globalId);
  const ownerId = changeableBy(context);
  const perUser = context.config.MAX_CONCURRENT_JOBS_PER_USER;
  await cancelJob(context.database.pool, { jobId, ownerId, keepPartial: keepPartial ?? false, perUser });
  context.log.info({ jobId }, 'a job is to be cancelled');
  return { jobId };
}
