import type { Prisma } from '../../../database/generated/prisma/client.ts';
import { InputValidationError } from '../../../errors.ts';
import { checkBatch, maxBatchSize } from '../../graphql/batch.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { encodeId } from '../../graphql/ids.ts';
import { type JobFilter, jobsWhere } from './jobList.ts';

/** Which jobs a batch is for: `jobIds`, or the first of those that match a filter. */
export type JobSelection = {
  jobIds?: readonly string[] | null | undefined;
  filter?: JobFilter | null | undefined;
  scope?: 'MINE' | 'ALL' | null | undefined;
  first?: number | null | undefined;
};

/** Global ids of the jobs, and how many more match the filter. */
export type JobBatch = { jobIds: string[]; remainingCount: number };

/** Elements of a batch, before it is known how many jobs match its filter. */
export function sizeOfSelection({ jobIds, first }: JobSelection): number {
  return jobIds?.length ?? first ?? maxBatchSize;
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
