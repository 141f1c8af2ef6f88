import type { GraphQLResolveInfo } from 'graphql';
import type { Prisma } from '../../../database/generated/prisma/client.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { countOf } from '../../graphql/countOf.ts';
import { byCreation, newestFirst } from '../../graphql/paging/listOrder.ts';
import { type PageArguments, readPage } from '../../graphql/paging/readPage.ts';
import { selectedOfNodes } from '../../graphql/paging/selectedOfNodes.ts';
import { CanvasJobRef } from './job.ts';

/** Pages of jobs, wherever they come from: the queue's list, or one canvas. */
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

const order = newestFirst('CanvasJob');

/** A page of the jobs that a condition fits, newest first, with what the client selects of them. */
export async function readJobPage(
  args: PageArguments,
  where: Prisma.CanvasJobWhereInput,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { canvasJob } = context.database.prisma;
  const query = selectedOfNodes('CanvasJob', context, info);
  const page = await readPage(args, {
    order,
    read: ({ conditions, isBackwards, take }) =>
      canvasJob.findMany({
        ...query,
        where: { AND: [where, ...conditions] },
        orderBy: byCreation(isBackwards),
        take,
      }),
    isAny: async (conditions) =>
      (await canvasJob.findFirst({ where: { AND: [where, ...conditions] }, select: { id: true } })) !== null,
  });
  return { ...page, totalCount: () => canvasJob.count({ where }) };
}
