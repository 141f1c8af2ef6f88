import type { Prisma } from '../../../database/generated/prisma/client.ts';
import { InputValidationError, JobStateError, NotFoundError, QuotaExceededError } from '../../../errors.ts';
import { retryJob } from '../../../jobs/commands/retryJob.ts';
import { transitions } from '../../../jobs/transitions.ts';
import { batchOptions, maxBatchSize, runBatch } from '../../graphql/batch.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { resultUnion } from '../../graphql/errors.ts';
import { changeableBy, existingJobId, limitsOf } from './changeableJob.ts';
import { CanvasJobRef, readChangedJob } from './job.ts';
import { type JobBatch, type JobSelection, selectJobs, sizeOfSelection } from './jobBatch.ts';
import { JobFilterInput, JobScopeEnum } from './jobList.ts';

const RetryJobInput = builder.inputType('RetryJobInput', {
  description: 'Which job to retry.',
  fields: (t) => ({ jobId: t.id({ required: true, description: 'A failed or cancelled job.' }) }),
});

const RetryJobsInput = builder.inputType('RetryJobsInput', {
  description: 'Which jobs to retry: `jobIds` or `filter`.',
  fields: (t) => ({
    jobIds: t.idList({ required: false, description: `1 to ${maxBatchSize} failed or cancelled jobs.` }),
    filter: t.field({
      type: JobFilterInput,
      required: false,
      description: 'Those of the jobs that match and that `canRetry`, oldest first.',
    }),
    scope: t.field({
      type: JobScopeEnum,
      defaultValue: 'MINE',
      description: 'Whose jobs the filter is for.',
    }),
    first: t.int({
      defaultValue: maxBatchSize,
      description: `How many of the jobs that match are retried at most, 1 to ${maxBatchSize}.`,
    }),
  }),
});

type Retried = { jobId: string };

const RetryJobSuccess = builder.objectRef<Retried>('RetryJobSuccess').implement({
  description: 'The job is in the queue again.',
  fields: (t) => ({
    job: t.prismaField({
      type: CanvasJobRef,
      description: 'The job after the change.',
      resolve: (query, { jobId }, _args, context) => readChangedJob(query, jobId, context),
    }),
  }),
});

const refusals = [NotFoundError, JobStateError, QuotaExceededError];
type Refusal = InstanceType<(typeof refusals)[number]>;

const RetryJobResult = builder.errorUnion(resultUnion('RetryJob').name, {
  description: `${resultUnion('RetryJob').description} Also of each element of \`retryJobs\`.`,
  types: [RetryJobSuccess, ...refusals],
  resolveType: () => RetryJobSuccess,
});

type Results = JobBatch & { results: (Retried | Refusal)[] };

const RetryJobsSuccess = builder.objectRef<Results>('RetryJobsSuccess').implement({
  description: 'Every job has a result.',
  fields: (t) => ({
    results: t.field({
      type: [RetryJobResult],
      description: 'What `retryJob` gives for each job.',
      resolve: ({ results }) => results,
    }),
    jobIds: t.exposeIDList('jobIds', { description: 'The ids of the jobs, in the order of `results`.' }),
    remainingCount: t.exposeInt('remainingCount', {
      description: 'How many more jobs matched the filter: repeat the request. 0 with `jobIds`.',
    }),
  }),
});

const RetryJobsResult = builder.errorUnion(resultUnion('RetryJobs').name, {
  description: resultUnion('RetryJobs').description,
  types: [RetryJobsSuccess, InputValidationError],
  resolveType: () => RetryJobsSuccess,
});

builder.mutationFields((t) => ({
  retryJob: t.field({
    type: RetryJobResult,
    description: "Puts a failed or cancelled job back into the queue; operators may retry everyone's.",
    authScopes: { user: true },
    args: { input: t.arg({ type: RetryJobInput, required: true, description: 'Which job.' }) },
    resolve: (_root, { input }, context) => retry(input.jobId, context),
  }),
  retryJobs: t.field({
    type: RetryJobsResult,
    description:
      `Puts up to ${maxBatchSize} failed or cancelled jobs back into the queue, each in a transaction of its own. ` +
      'Counts as one mutation for each of `jobIds`, or as `first` mutations with a filter.',
    authScopes: (_root, { input }) => (input.scope === 'ALL' ? { ops: true } : { user: true }),
    ...batchOptions<{ input: JobSelection }>(({ input }) => sizeOfSelection(input)),
    args: { input: t.arg({ type: RetryJobsInput, required: true, description: 'Which jobs.' }) },
    resolve: async (_root, { input }, context) => {
      const batch = await selectJobs(input, canBeRetried, context);
      const results = await runBatch(batch.jobIds, refusals, (jobId) => retry(jobId, context));
      return { ...batch, results };
    },
  }),
}));

/** @throws ExpectedError One of `refusals`. */
async function retry(globalId: string, context: Context): Promise<Retried> {
  const jobId = existingJobId(globalId);
  await retryJob(context.database.pool, { jobId, ownerId: changeableBy(context) }, limitsOf(context));
  return { jobId };
}

/** The condition of `CanvasJob.canRetry`. */
const canBeRetried: Prisma.CanvasJobWhereInput = {
  status: { in: [...transitions.retry.from] },
  versions: { none: {} },
  canvas: { deletedAt: null },
};
