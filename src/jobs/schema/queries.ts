import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { decodeId } from '../../graphql/ids.ts';
import { readableBy, type Viewer } from '../../identity/viewer.ts';
import { CanvasJobConnection } from './connection.ts';
import { JobStatusEnum, JobTypeEnum } from './enums.ts';
import { CanvasJobRef, newestFirst } from './job.ts';

const JobScopeEnum = builder.enumType('JobScope', {
  description: 'Whose jobs.',
  values: {
    MINE: { description: "The viewer's." },
    ALL: { description: "Everyone's; for operators." },
  },
});

const JobFilter = builder.inputType('JobFilter', {
  description: 'Which jobs; conditions add up.',
  fields: (t) => ({
    status: t.field({ type: [JobStatusEnum], required: false, description: 'In one of these states.' }),
    type: t.field({ type: [JobTypeEnum], required: false, description: 'Of one of these types.' }),
    canvasId: t.id({ required: false, description: 'On this canvas.' }),
    errorCode: t.stringList({ required: false, description: 'Whose error has one of these codes.' }),
    createdAfter: t.field({
      type: 'DateTime',
      required: false,
      description: 'Accepted at or after this moment.',
    }),
    createdBefore: t.field({
      type: 'DateTime',
      required: false,
      description: 'Accepted before this moment.',
    }),
  }),
});

/** The `where` clause of a filter. An id that names no canvas matches no job. */
function whereOf(filter: typeof JobFilter.$inferInput | null | undefined) {
  if (!filter) return {};
  const { status, type, canvasId, errorCode, createdAfter, createdBefore } = filter;
  return {
    ...(status ? { status: { in: status } } : {}),
    ...(type ? { type: { in: type } } : {}),
    ...(errorCode ? { errorCode: { in: errorCode } } : {}),
    ...(canvasId ? onCanvas(decodeId('Canvas', canvasId)) : {}),
    ...(createdAfter || createdBefore
      ? {
          createdAt: {
            ...(createdAfter ? { gte: createdAfter } : {}),
            ...(createdBefore ? { lt: createdBefore } : {}),
          },
        }
      : {}),
  };
}

const onCanvas = (canvasId: string | null) => (canvasId === null ? { id: { in: [] } } : { canvasId });

const ownedBy = (viewer: Viewer, scope: 'MINE' | 'ALL' | null | undefined) =>
  scope === 'ALL' ? {} : { ownerId: viewer.id };

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
  jobs: t.prismaConnection(
    {
      type: CanvasJobRef,
      cursor: 'id',
      description: 'Jobs, newest first.',
      authScopes: (_root, args) => (args.scope === 'ALL' ? { ops: true } : { user: true }),
      args: {
        filter: t.arg({ type: JobFilter, required: false, description: 'Which jobs; none: all.' }),
        scope: t.arg({ type: JobScopeEnum, defaultValue: 'MINE', description: 'Whose jobs.' }),
      },
      totalCount: (_connection, { filter, scope }, context) =>
        context.database.prisma.canvasJob.count({
          where: { ...whereOf(filter), ...ownedBy(viewerOf(context), scope) },
        }),
      resolve: (query, _root, { filter, scope }, context) =>
        context.database.prisma.canvasJob.findMany({
          ...query,
          where: { ...whereOf(filter), ...ownedBy(viewerOf(context), scope) },
          orderBy: newestFirst,
        }),
    },
    CanvasJobConnection,
  ),
}));
