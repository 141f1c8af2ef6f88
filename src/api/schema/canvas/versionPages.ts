import type { GraphQLResolveInfo } from 'graphql';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { countOf } from '../../graphql/countOf.ts';
import { newestVersionFirst } from '../../graphql/paging/listOrder.ts';
import { type PageArguments, readPage } from '../../graphql/paging/readPage.ts';
import { selectedOfNodes } from '../../graphql/paging/selectedOfNodes.ts';
import { CanvasVersionRef } from './versions.ts';

export const CanvasVersionConnection = builder.connectionObject(
  {
    type: CanvasVersionRef,
    name: 'CanvasVersionConnection',
    description: 'A page of versions.',
    fields: (t) => ({ totalCount: t.int({ description: 'Versions on all pages.', resolve: countOf }) }),
  },
  { name: 'CanvasVersionEdge', description: 'A version on a page.' },
);

/** A page of the versions of a canvas, newest first, with what the client selects of them. */
export async function readVersionPage(
  args: PageArguments,
  canvasId: string,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { canvasVersion } = context.database.prisma;
  const query = selectedOfNodes('CanvasVersion', context, info);
  const page = await readPage(args, {
    order: newestVersionFirst(canvasId),
    read: ({ conditions, isBackwards, take }) =>
      canvasVersion.findMany({
        ...query,
        where: { canvasId, AND: conditions },
        orderBy: { number: isBackwards ? 'asc' : 'desc' },
        take,
      }),
    isAny: async (conditions) =>
      (await canvasVersion.findFirst({ where: { canvasId, AND: conditions }, select: { number: true } })) !==
      null,
  });
  return { ...page, totalCount: () => canvasVersion.count({ where: { canvasId } }) };
}
