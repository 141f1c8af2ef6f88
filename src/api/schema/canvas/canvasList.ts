import type { GraphQLResolveInfo } from 'graphql';
import type { Prisma } from '../../../database/generated/prisma/client.ts';
import type { Read } from '../../../database/replica/reads.ts';
import { builder } from '../../graphql/builder.ts';
import { countOf, pageSizes, selectedOfNodes } from '../../graphql/connections.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { decodeFilterId } from '../../graphql/ids.ts';
import { containing, span } from '../../graphql/paging/conditions.ts';
import { timeOrder } from '../../graphql/paging/listOrder.ts';
import { type PageArguments, readPage } from '../../graphql/paging/readPage.ts';
import { CanvasRef } from './canvas.ts';

const CanvasFilterInput = builder.inputType('CanvasFilter', {
  description: 'Conditions on canvases; all of those given must match.',
  fields: (t) => ({
    text: t.string({
      required: false,
      description: 'Text in the title, ignoring case; there are no wildcards.',
    }),
    userId: t.id({ required: false, description: 'Canvases of this user.' }),
    createdAfter: t.field({
      type: 'DateTime',
      required: false,
      description: 'Created at or after this time.',
    }),
    createdBefore: t.field({ type: 'DateTime', required: false, description: 'Created before this time.' }),
    updatedAfter: t.field({
      type: 'DateTime',
      required: false,
      description: '`updatedAt` is at or after this time.',
    }),
    updatedBefore: t.field({
      type: 'DateTime',
      required: false,
      description: '`updatedAt` is before this time.',
    }),
  }),
});

type CanvasFilter = typeof CanvasFilterInput.$inferInput;
type Where = Prisma.CanvasWhereInput;

type OrderColumn = 'createdAt' | 'updatedAt';

const canvasOrders = {
  CREATED_AT_DESC: timeOrder<OrderColumn>('Canvas', 'CREATED_AT_DESC', 'createdAt', 'desc'),
  CREATED_AT_ASC: timeOrder<OrderColumn>('Canvas', 'CREATED_AT_ASC', 'createdAt', 'asc'),
  UPDATED_AT_DESC: timeOrder<OrderColumn>('Canvas', 'UPDATED_AT_DESC', 'updatedAt', 'desc'),
  UPDATED_AT_ASC: timeOrder<OrderColumn>('Canvas', 'UPDATED_AT_ASC', 'updatedAt', 'asc'),
};

const CanvasOrderEnum = builder.enumType('CanvasOrder', {
  description: 'Order of a list of canvases. A cursor is valid in its order only.',
  values: {
    CREATED_AT_DESC: { description: 'Newest first.' },
    CREATED_AT_ASC: { description: 'Oldest first.' },
    UPDATED_AT_DESC: { description: 'Last changed first.' },
    UPDATED_AT_ASC: { description: 'Not changed for the longest time first.' },
  } satisfies Record<keyof typeof canvasOrders, object>,
});

const CanvasScopeEnum = builder.enumType('CanvasScope', {
  description: 'Whose canvases.',
  values: {
    MINE: {
      description:
        "The viewer's. Canvases that are empty because their jobs failed or were cancelled are left out.",
    },
    ALL: { description: "Everyone's, also empty ones; for operators." },
  },
});

const CanvasConnection = builder.connectionObject(
  {
    type: CanvasRef,
    name: 'CanvasConnection',
    description: 'A page of canvases.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'Canvases on all pages.',
        resolve: countOf,
      }),
    }),
  },
  { name: 'CanvasEdge', description: 'A canvas on a page.' },
);

builder.queryFields((t) => ({
  canvases: t.connection(
    {
      type: CanvasRef,
      description: `Canvases; ${pageSizes}`,
      authScopes: (_root, args) => (args.scope === 'ALL' ? { ops: true } : { user: true }),
      args: {
        deleted: t.arg.boolean({
          defaultValue: false,
          description: 'True: those in the trash, which `restoreCanvas` restores.',
        }),
        filter: t.arg({
          type: CanvasFilterInput,
          required: false,
          description: 'Which canvases. Default: all.',
        }),
        scope: t.arg({ type: CanvasScopeEnum, defaultValue: 'MINE', description: 'Whose canvases.' }),
        orderBy: t.arg({
          type: CanvasOrderEnum,
          defaultValue: 'CREATED_AT_DESC',
          description: 'Order of the list.',
        }),
      },
      resolve: (_root, { deleted, filter, scope, orderBy, ...args }, context, info) => {
        const state = deleted ? { deletedAt: { not: null } } : { deletedAt: null };
        const listed = scope === 'ALL' ? state : ownCanvases(context, state);
        const where = { AND: [listed, ...conditions(filter ?? {})] };
        const from = scope === 'ALL' ? context.reads.current : context.reads.own;
        return readCanvasPage(args, canvasOrders[orderBy ?? 'CREATED_AT_DESC'], where, from, context, info);
      },
    },
    CanvasConnection,
  ),
}));

const noCanvas: Where = { id: { in: [] } };

function conditions(filter: CanvasFilter): Where[] {
  const { text, userId } = filter;
  return [
    text ? withText(text) : {},
    userId ? { ownerId: decodeFilterId('User', 'userId', userId) } : {},
    { createdAt: span(filter.createdAfter, filter.createdBefore) },
    { updatedAt: span(filter.updatedAfter, filter.updatedBefore) },
  ];
}

function withText(text: string): Where {
  const title = containing(text);
  return title === null ? noCanvas : { title };
}

/** Reads a page of the canvases that match a condition, with the fields that the client selects. */
async function readCanvasPage(
  args: PageArguments,
  order: (typeof canvasOrders)[keyof typeof canvasOrders],
  where: Where,
  from: Read,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const query = selectedOfNodes('Canvas', context, info);
  const page = await from(({ prisma: { canvas } }) =>
    readPage(args, {
      order,
      read: ({ conditions, isBackwards, take }) =>
        canvas.findMany({
          ...query,
          where: { AND: [where, ...conditions] },
          orderBy: order.orderBy(isBackwards),
          take,
        }),
      isAny: async (conditions) =>
        (await canvas.findFirst({
          where: { AND: [where, ...conditions] },
          // Without an order, PostgreSQL may scan the table for the first match.
          orderBy: order.orderBy(true),
          select: { id: true },
        })) !== null,
    }),
  );
  return { ...page, totalCount: () => from(({ prisma }) => prisma.canvas.count({ where })) };
}

function ownCanvases(context: Context, state: Where): Where {
  const ownerId = viewerOf(context).id;
  return state.deletedAt === null ? { ownerId, ...state, OR: isInUse(ownerId) } : { ownerId, ...state };
}

/**
 * Hides a canvas that is empty because its job failed or was cancelled, unless its owner has renamed it or the job is
 * retried. A copy of an empty canvas has no job.
 */
const isInUse = (ownerId: string): Where[] => [
  { version: { gt: 0 } },
  { renamedAt: { not: null } },
  // Jobs on a canvas are its owner's; the condition lets PostgreSQL use the index by owner.
  { jobs: { none: { ownerId } } },
  { jobs: { some: { ownerId, finishedAt: null } } },
];
