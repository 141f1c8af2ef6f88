import type { GraphQLResolveInfo } from 'graphql';
import type { Sql } from '../../../database/connection.ts';
import type { Prisma } from '../../../database/generated/prisma/client.ts';
import { InputValidationError } from '../../../errors.ts';
import { type JobErrorCode, jobErrorCodes } from '../../../jobs/jobErrorCode.ts';
import { readableBy, type Viewer } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { countOf, pageSizes, selectedOfNodes } from '../../graphql/connections.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { decodeFilterId, decodeId } from '../../graphql/ids.ts';
import { containing, isStorable, span } from '../../graphql/paging/conditions.ts';
import { timeOrder } from '../../graphql/paging/listOrder.ts';
import { type PageArguments, readPage } from '../../graphql/paging/readPage.ts';
import {
  JobErrorCodeEnum,
  JobPriorityEnum,
  JobStatusEnum,
  JobTypeEnum,
  StatsWindow,
  windowLengths,
} from './enums.ts';
import { CanvasJobRef } from './job.ts';
import { readTimeAgo } from './sql/readTimeAgo.ts';

export const JobFilterInput = builder.inputType('JobFilter', {
  description: 'Conditions on jobs; all of those given must match.',
  fields: (t) => ({
    status: t.field({ type: [JobStatusEnum], required: false, description: 'Any of these states.' }),
    type: t.field({ type: [JobTypeEnum], required: false, description: 'Any of these types.' }),
    priority: t.field({ type: [JobPriorityEnum], required: false, description: 'Any of these priorities.' }),
    planner: t.stringList({ required: false, description: 'Any of these planners: `openai`, `sketcher`.' }),
    userId: t.id({ required: false, description: 'Jobs of this user (the id of `createdBy`).' }),
    canvasId: t.id({ required: false, description: 'Jobs of this canvas.' }),
    errorCode: t.field({
      type: [JobErrorCodeEnum],
      required: false,
      description: 'Any of these error codes.',
    }),
    hasError: t.boolean({
      required: false,
      description: 'Whether it has an error: it failed, or waits for its next attempt.',
    }),
    text: t.string({
      required: false,
      description: 'Text in the instruction, ignoring case; there are no wildcards.',
    }),
    createdAfter: t.field({
      type: 'DateTime',
      required: false,
      description: 'Created at or after this time.',
    }),
    createdBefore: t.field({
      type: 'DateTime',
      required: false,
      description: 'Created before this time.',
    }),
    finishedAfter: t.field({
      type: 'DateTime',
      required: false,
      description: 'Finished at or after this time.',
    }),
    finishedBefore: t.field({
      type: 'DateTime',
      required: false,
      description: 'Finished before this time.',
    }),
    finishedWithin: t.field({
      type: StatsWindow,
      required: false,
      description: 'Finished within this time window.',
    }),
  }),
});

/** Conditions on jobs; missing and null ones match all. Ids are global ids. */
export type JobFilter = typeof JobFilterInput.$inferInput;
type Where = Prisma.CanvasJobWhereInput;

/**
 * The `where` clause of a list of jobs: what the viewer may read, and every condition of the filter.
 * @param sql Gives the database's time for `finishedWithin`.
 */
export async function jobsWhere(
  filter: JobFilter | null | undefined,
  viewer: Viewer,
  scope: 'MINE' | 'ALL' | null | undefined,
  sql: Sql,
): Promise<Where> {
  const since = filter?.finishedWithin ? await beginningOf(sql, filter.finishedWithin) : null;
  return { AND: [scope === 'ALL' ? {} : { ownerId: viewer.id }, ...conditions(filter ?? {}, since)] };
}

function conditions(filter: JobFilter, since: Date | null): Where[] {
  const { status, type, priority, planner, userId, canvasId, errorCode, hasError, text } = filter;
  return [
    status ? { status: { in: distinct('status', status) } } : {},
    type ? { type: { in: distinct('type', type) } } : {},
    priority ? { priority: { in: distinct('priority', priority) } } : {},
    planner ? { planner: { in: distinct('planner', planner).filter(isStorable) } } : {},
    userId ? { ownerId: decodeFilterId('User', 'userId', userId) } : {},
    canvasId ? { canvasId: decodeFilterId('Canvas', 'canvasId', canvasId) } : {},
    errorCode ? withErrorCode(distinct('errorCode', errorCode)) : {},
    typeof hasError === 'boolean' ? { errorCode: hasError ? { not: null } : null } : {},
    text ? withText(text) : {},
    { createdAt: span(filter.createdAfter, filter.createdBefore) },
    { finishedAt: span(filter.finishedAfter, filter.finishedBefore) },
    since ? { finishedAt: { gte: since } } : {},
  ];
}

const maxListLength = 100;

/**
 * The values of a list. PostgreSQL takes a limited number of parameters.
 * @throws InputValidationError
 */
function distinct<Value>(field: string, list: readonly Value[]): Value[] {
  const values = [...new Set(list)];
  if (values.length <= maxListLength) return values;
  const message = `A list holds at most ${maxListLength} different values.`;
  throw new InputValidationError([{ path: ['filter', field], message, code: 'TOO_MANY' }]);
}

function withErrorCode(codes: (JobErrorCode | 'UNKNOWN')[]): Where {
  const isGiven: Where = { errorCode: { in: codes } };
  if (!codes.includes('UNKNOWN')) return isGiven;
  return { OR: [isGiven, { errorCode: { not: null, notIn: [...jobErrorCodes] } }] };
}

const noJob: Where = { id: { in: [] } };

function withText(text: string): Where {
  const instruction = containing(text);
  return instruction === null ? noJob : { instruction };
}

/** By the database's clock, as the jobs' times are. */
function beginningOf(sql: Sql, window: keyof typeof windowLengths): Promise<Date> {
  return readTimeAgo(sql, { ms: windowLengths[window].windowMs });
}

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

/** Reads a page of the jobs that match a condition, with the fields that the client selects. Default: newest first. */
export async function readJobPage(
  { orderBy, ...args }: JobPageArguments,
  condition: Where,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { canvasJob } = context.database.prisma;
  const query = selectedOfNodes('CanvasJob', context, info);
  const order = jobOrders[orderBy ?? 'CREATED_AT_DESC'];
  const where: Where =
    order.column === 'finishedAt' ? { AND: [condition, { finishedAt: { not: null } }] } : condition;
  const page = await readPage(args, {
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
  });
  return { ...page, totalCount: () => canvasJob.count({ where }) };
}

export const JobScopeEnum = builder.enumType('JobScope', {
  description: 'Whose jobs.',
  values: {
    MINE: { description: "The viewer's." },
    ALL: { description: "Everyone's; for operators." },
  },
});

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
        return readJobPage(args, where, context, info);
      },
    },
    CanvasJobConnection,
  ),
}));
