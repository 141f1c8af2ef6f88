import type { Prisma } from '../../../database/generated/prisma/client.ts';
import {
  type BudgetExceededError,
  InputValidationError,
  type JobStateError,
  type JobsNotAcceptedError,
  type NotFoundError,
  type QuotaExceededError,
} from '../../../errors.ts';
import { batchOptions, checkBatch, maxBatchSize } from '../../graphql/batch.ts';
import { builder, type InputFields } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { fieldName, resultUnion } from '../../graphql/errors.ts';
import { encodeId } from '../../graphql/ids.ts';
import { CanvasJobRef, readChangedJob } from './job.ts';
import { type JobFilter, JobFilterInput, JobScopeEnum, jobsWhere } from './jobFilter.ts';

/** Which jobs a batch is for: `jobIds`, or the first of those that match a filter. */
export type JobSelection = {
  jobIds?: readonly string[] | null | undefined;
  filter?: JobFilter | null | undefined;
  scope?: 'MINE' | 'ALL' | null | undefined;
  first?: number | null | undefined;
};

/** Global ids of the jobs, and how many more match the filter. */
export type JobBatch = { jobIds: string[]; remainingCount: number };

type SelectionTexts = {
  /** The jobs that can be given by id. */
  jobs: string;
  /** What a job that matches the filter has to be, too. */
  eligible: string;
  /** What the mutation does, as a participle. */
  done: string;
};

/** The fields of an input that selects the jobs of a batch. */
export function selectionFields(t: InputFields, { jobs, eligible, done }: SelectionTexts) {
  return {
    jobIds: t.idList({ required: false, description: `1 to ${maxBatchSize} ${jobs}.` }),
    filter: t.field({
      type: JobFilterInput,
      required: false,
      description: `Those of the jobs that match and that ${eligible}, oldest first.`,
    }),
    scope: t.field({
      type: JobScopeEnum,
      defaultValue: 'MINE',
      description: 'Whose jobs the filter is for.',
    }),
    first: t.int({
      defaultValue: maxBatchSize,
      description: `How many of the jobs that match are ${done} at most, 1 to ${maxBatchSize}.`,
    }),
  };
}

type BatchArguments = { input: JobSelection };

/** Options of a mutation for a batch of jobs: who may call it, and what it costs. */
export const jobBatchOptions = {
  authScopes: (_root: unknown, { input }: BatchArguments) =>
    input.scope === 'ALL' ? { ops: true } : { user: true },
  ...batchOptions<BatchArguments>(({ input: { jobIds, first } }) => jobIds?.length ?? first ?? maxBatchSize),
};

/** Why a job is not changed. */
type RefusalClass =
  | typeof NotFoundError
  | typeof JobStateError
  | typeof QuotaExceededError
  | typeof BudgetExceededError
  | typeof JobsNotAcceptedError;

/** The success of a mutation of one job. */
export type ChangedJob = { jobId: string };

function changedJobType(name: string, description: string) {
  return builder.objectRef<ChangedJob>(name).implement({
    description,
    fields: (t) => ({
      job: t.prismaField({
        type: CanvasJobRef,
        description: 'The job after the change.',
        resolve: (query, { jobId }, _args, context) => readChangedJob(query, jobId, context),
      }),
    }),
  });
}

/**
 * Adds the result types of a mutation of one job, and those of the mutation that does the same for a batch.
 * @param mutation `CancelJob`; the mutation of the batch is `CancelJobs`.
 */
export function jobResultTypes(mutation: string, success: string, refusals: readonly RefusalClass[]) {
  const [single, batch] = [resultUnion(mutation), resultUnion(`${mutation}s`)];
  const Success = changedJobType(`${mutation}Success`, success);
  const Result = builder.errorUnion(single.name, {
    description: `${single.description} Also of each element of \`${fieldName(`${mutation}s`)}\`.`,
    types: [Success, ...refusals],
    resolveType: () => Success,
  });
  type Results = JobBatch & { results: (ChangedJob | InstanceType<RefusalClass>)[] };
  const BatchSuccess = builder.objectRef<Results>(`${mutation}sSuccess`).implement({
    description: 'Every job has a result.',
    fields: (t) => ({
      results: t.field({
        type: [Result],
        description: `What \`${fieldName(mutation)}\` gives for each job.`,
        resolve: ({ results }) => results,
      }),
      jobIds: t.exposeIDList('jobIds', { description: 'The ids of the jobs, in the order of `results`.' }),
      remainingCount: t.exposeInt('remainingCount', {
        description: 'How many more jobs matched the filter: repeat the request. 0 with `jobIds`.',
      }),
    }),
  });
  const BatchResult = builder.errorUnion(batch.name, {
    description: batch.description,
    types: [BatchSuccess, InputValidationError],
    resolveType: () => BatchSuccess,
  });
  return { Result, BatchResult };
}

/**
 * The jobs of a batch, oldest first.
 * @param eligible What a job has to be, besides the filter: a job that is refused would be found again by every request.
 * @throws InputValidationError
 */
export async function selectJobs(
  { jobIds, filter, scope, first }: JobSelection,
  eligible: Prisma.CanvasJobWhereInput,
  context: Context,
): Promise<JobBatch> {
  if (jobIds && filter) throw invalid('filter', 'Give either `jobIds` or `filter`.', 'MISMATCH');
  if (jobIds) {
    checkBatch('jobIds', jobIds);
    return { jobIds: [...jobIds], remainingCount: 0 };
  }
  if (!filter) throw invalid('filter', 'Give `jobIds` or `filter`.', 'REQUIRED');
  const take = first ?? maxBatchSize;
  if (take < 1 || take > maxBatchSize) {
    throw invalid('first', `Give a number from 1 to ${maxBatchSize}.`, 'OUT_OF_RANGE');
  }
  const { pool, prisma } = context.database;
  const where = { AND: [await jobsWhere(filter, viewerOf(context), scope, pool), eligible] };
  const [jobs, count] = await Promise.all([
    prisma.canvasJob.findMany({
      where,
      select: { id: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take,
    }),
    prisma.canvasJob.count({ where }),
  ]);
  return {
    jobIds: jobs.map(({ id }) => encodeId('CanvasJob', id)),
    remainingCount: Math.max(0, count - jobs.length),
  };
}

const invalid = (field: string, message: string, code: 'MISMATCH' | 'REQUIRED' | 'OUT_OF_RANGE') =>
  new InputValidationError([{ path: [field], message, code }]);
