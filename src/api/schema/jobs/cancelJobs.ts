import { InputValidationError, JobStateError, NotFoundError } from '../../../errors.ts';
import { cancelJob } from '../../../jobs/commands/cancelJob.ts';
import { transitions } from '../../../jobs/transitions.ts';
import { batchOptions, maxBatchSize, runBatch } from '../../graphql/batch.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { resultUnion } from '../../graphql/errors.ts';
import { changeableBy, existingJobId } from './changeableJob.ts';
import { CanvasJobRef, readChangedJob } from './job.ts';
import { type JobBatch, type JobSelection, selectJobs, sizeOfSelection } from './jobBatch.ts';
import { JobFilterInput, JobScopeEnum } from './jobList.ts';

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
    jobIds: t.idList({ required: false, description: `1 to ${maxBatchSize} jobs.` }),
    filter: t.field({
      type: JobFilterInput,
      required: false,
      description: 'Those of the jobs that match and that wait or run, oldest first.',
    }),
    scope: t.field({
      type: JobScopeEnum,
      defaultValue: 'MINE',
      description: 'Whose jobs the filter is for.',
    }),
    first: t.int({
      defaultValue: maxBatchSize,
      description: `How many of the jobs that match are cancelled at most, 1 to ${maxBatchSize}.`,
    }),
    keepPartial: t.boolean(keepPartial),
  }),
});

type Cancelled = { jobId: string };

const CancelJobSuccess = builder.objectRef<Cancelled>('CancelJobSuccess').implement({
  description: 'The job is cancelled, or is being cancelled.',
  fields: (t) => ({
    job: t.prismaField({
      type: CanvasJobRef,
      description: 'The job after the change.',
      resolve: (query, { jobId }, _args, context) => readChangedJob(query, jobId, context),
    }),
  }),
});

const refusals = [NotFoundError, JobStateError];
type Refusal = InstanceType<(typeof refusals)[number]>;

const CancelJobResult = builder.errorUnion(resultUnion('CancelJob').name, {
  description: `${resultUnion('CancelJob').description} Also of each element of \`cancelJobs\`.`,
  types: [CancelJobSuccess, ...refusals],
  resolveType: () => CancelJobSuccess,
});

type Results = JobBatch & { results: (Cancelled | Refusal)[] };

const CancelJobsSuccess = builder.objectRef<Results>('CancelJobsSuccess').implement({
  description: 'Every job has a result.',
  fields: (t) => ({
    results: t.field({
      type: [CancelJobResult],
      description: 'What `cancelJob` gives for each job.',
      resolve: ({ results }) => results,
    }),
    jobIds: t.exposeIDList('jobIds', { description: 'The ids of the jobs, in the order of `results`.' }),
    remainingCount: t.exposeInt('remainingCount', {
      description: 'How many more jobs matched the filter: repeat the request. 0 with `jobIds`.',
    }),
  }),
});

const CancelJobsResult = builder.errorUnion(resultUnion('CancelJobs').name, {
  description: resultUnion('CancelJobs').description,
  types: [CancelJobsSuccess, InputValidationError],
  resolveType: () => CancelJobsSuccess,
});

/** Jobs of which a cancellation changes the state. */
const canBeCancelled = {
  status: { in: [...transitions.cancelWaiting.from, ...transitions.requestCancel.from] },
};

builder.mutationFields((t) => ({
  cancelJob: t.field({
    type: CancelJobResult,
    description:
      "Cancels a job: at once when it waits, shortly after when it runs. Operators may cancel everyone's.",
    authScopes: { user: true },
    args: {
      input: t.arg({ type: CancelJobInput, required: true, description: 'Which job, and its options.' }),
    },
    resolve: (_root, { input }, context) => cancel(input.jobId, input.keepPartial, context),
  }),
  cancelJobs: t.field({
    type: CancelJobsResult,
    description:
      `Cancels up to ${maxBatchSize} jobs, each in a transaction of its own. ` +
      'Counts as one mutation for each of `jobIds`, or as `first` mutations with a filter.',
    authScopes: (_root, { input }) => (input.scope === 'ALL' ? { ops: true } : { user: true }),
    ...batchOptions<{ input: JobSelection }>(({ input }) => sizeOfSelection(input)),
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
): Promise<Cancelled> {
  const jobId = existingJobId(globalId);
  const ownerId = changeableBy(context);
  await cancelJob(context.database.pool, { jobId, ownerId, keepPartial: keepPartial ?? false });
  return { jobId };
}
