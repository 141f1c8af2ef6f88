import type { GraphQLResolveInfo } from 'graphql';
import type { Prisma } from '../../../database/generated/prisma/client.ts';
import type { Read } from '../../../database/replica/reads.ts';
import { readableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { countOf, pageSizes, selectedOfNodes } from '../../graphql/connections.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { decodeId } from '../../graphql/ids.ts';
import { timeOrder } from '../../graphql/paging/listOrder.ts';
import { type PageArguments, readPage } from '../../graphql/paging/readPage.ts';
import { CanvasJobRef } from './job.ts';
import { JobFilterInput, JobScopeEnum, jobsWhere } from './jobFilter.ts';

type Where = Prisma.CanvasJobWhereInput;

/** Pages of jobs: of the list of all, or of one canvas. */
export const CanvasJobConnection = builder.connectionObject(
  {
    type: CanvasJobRef,
    name: 'CanvasJobConnection',
    description: 'A page of jobs.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'Jobs on all pages.',
        resolve: countOf,
      }),
    }),
  },
  { name: 'CanvasJobEdge', description: 'A job on a page.' },
);

type OrderColumn = 'createdAt' | 'finishedAt';

/** The orders of lists of jobs. */
export const jobOrders = {
  CREATED_AT_DESC: timeOrder<OrderColumn>('CanvasJob', 'CREATED_AT_DESC', 'createdAt', 'desc'),
  CREATED_AT_ASC: timeOrder<OrderColumn>('CanvasJob', 'CREATED_AT_ASC', 'createdAt', 'asc'),
  FINISHED_AT_DESC: timeOrder<OrderColumn>('CanvasJob', 'FINISHED_AT_DESC', 'finishedAt', 'desc'),
  FINISHED_AT_ASC: timeOrder<OrderColumn>('CanvasJob', 'FINISHED_AT_ASC', 'finishedAt', 'asc'),
};

const JobOrderEnum = builder.enumType('JobOrder', {
  description: 'Order of a list of jobs. A cursor is valid in its order only.',
  values: {
    CREATED_AT_DESC: { description: 'Newest first.' },
    CREATED_AT_ASC: { description: 'Oldest first.' },
    FINISHED_AT_DESC: { description: 'Finished jobs only, those that finished last first.' },
    FINISHED_AT_ASC: { description: 'Finished jobs only, those that finished first first.' },
  } satisfies Record<keyof typeof jobOrders, object>,
});

type JobPageArguments = PageArguments & { orderBy?: keyof typeof jobOrders | null | undefined };

/**
 * Reads a page of the jobs that match a condition, with the fields that the client selects. Default: newest first.
 * @param from Where it is read.
 */
export async function readJobPage(
  { orderBy, ...args }: JobPageArguments,
  condition: Where,
  from: Read,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const query = selectedOfNodes('CanvasJob', context, info);
  const order = jobOrders[orderBy ?? 'CREATED_AT_DESC'];
  const where: Where =
    order.column === 'finishedAt' ? { AND: [condition, { finishedAt: { not: null } }] } : condition;
  const page = await from(({ prisma: { canvasJob } }) =>
    readPage(args, {
      order,
      read: ({ conditions, isBackwards, take }) =>
        canvasJob.findMany({
          ...query,
          where: { AND: [where, ...conditions] },
          orderBy: order.orderBy(isBackwards),
          take,
        }),
      isAny: async (conditions) =>
        (await canvasJob.findFirst({
          where: { AND: [where, ...conditions] },
          // Without an order, PostgreSQL may scan the table for the first match.
          orderBy: order.orderBy(true),
          select: { id: true },
        })) !== null,
    }),
  );
  return { ...page, totalCount: () => from(({ prisma }) => prisma.canvasJob.count({ where })) };
}

builder.queryFields((t) => ({
  job: t.prismaField({
    type: CanvasJobRef,
    nullable: true,
    description: 'A job by its id; null when there is none that the viewer may read.',
    authScopes: { user: true },
    args: { id: t.arg.id({ required: true, description: 'Global id of the job.' }) },
    resolve: (query, _root, args, context) => {
      const id = decodeId('CanvasJob', args.id);
      if (id === null) return null;
      return context.database.prisma.canvasJob.findUnique({
        ...query,
        where: { id, ...readableBy(viewerOf(context)) },
      });
    },
  }),
  jobs: t.connection(
    {
      type: CanvasJobRef,
      description: `Jobs; ${pageSizes}`,
      authScopes: (_root, args) => (args.scope === 'ALL' ? { ops: true } : { user: true }),
      args: {
        filter: t.arg({ type: JobFilterInput, required: false, description: 'Which jobs. Default: all.' }),
        scope: t.arg({ type: JobScopeEnum, defaultValue: 'MINE', description: 'Whose jobs.' }),
        orderBy: t.arg({
          type: JobOrderEnum,
          defaultValue: 'CREATED_AT_DESC',
          description: 'Order of the list.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const where = await jobsWhere(args.filter, viewerOf(context), args.scope, context.database.pool);
        const from = args.scope === 'ALL' ? context.reads.current : context.reads.own;
        return readJobPage(args, where, from, context, info);
      },
    },
    CanvasJobConnection,
  ),
}));
