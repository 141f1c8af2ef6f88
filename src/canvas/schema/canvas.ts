import { builder } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { costOfList, readsDatabase } from '../../graphql/cost.ts';
import { countOf } from '../../graphql/countOf.ts';
import { decodeId } from '../../graphql/ids.ts';
import { readableBy } from '../../identity/viewer.ts';
import { CanvasJobConnection } from '../../jobs/schema/connection.ts';
import { newestFirst } from '../../jobs/schema/job.ts';
import { readObjects } from '../objectRows.ts';
import { nextInHistory, type UndoHistory } from '../undoHistory.ts';
import { PlacedObjectRef } from './objects.ts';
import { CanvasVersionConnection, CanvasVersionRef, newestVersionFirst } from './versions.ts';

const dayMs = 86_400_000;

export const CanvasRef = builder.prismaNode('Canvas', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...readableBy(viewerOf(context)) }),
  fields: (t) => ({
    title: t.exposeString('title', {
      description: 'Given by the plan of its first job, unless its owner has given it one.',
    }),
    version: t.exposeInt('version'),
    objects: t.field({
      type: [PlacedObjectRef],
      description: 'Everything on it, in drawing order.',
      complexity: costOfList,
      resolve: (canvas, _args, { database }) => readObjects(database.pool, canvas.id),
    }),
    objectCount: t.relationCount('objects', { description: 'How many objects are on it.' }),
    jobs: t.relatedConnection(
      'jobs',
      {
        cursor: 'id',
        totalCount: true,
        description: 'The jobs that drew on it, newest first.',
        query: { orderBy: newestFirst },
      },
      CanvasJobConnection,
    ),
    versions: t.relatedConnection(
      'versions',
      {
        cursor: 'canvasId_number',
        totalCount: true,
        description: 'What has been done to it, newest first.',
        query: { orderBy: newestVersionFirst },
      },
      CanvasVersionConnection,
    ),
    versionAt: t.prismaField({
      type: CanvasVersionRef,
      nullable: true,
      description: 'One of its versions; null when there is none with this number.',
      args: { number: t.arg.int({ required: true, description: 'Number of the version.' }) },
      resolve: (query, { id }, { number }, context) => findVersion(query, id, number, context),
    }),
    undoable: t.prismaField({
      type: CanvasVersionRef,
      nullable: true,
      description:
        "The version whose undo (`undoCanvasVersion`) reverts the viewer's newest change: a job of theirs, an edit, or " +
        'a restore that stands. Null when there is nothing to undo.',
      complexity: costOfHistory,
      resolve: async (query, { id }, _args, context) => {
        const number = await nextFor(context, id, 'undoable');
        return number === null ? null : findVersion(query, id, number, context);
      },
    }),
    redoable: t.prismaField({
      type: CanvasVersionRef,
      nullable: true,
      description:
        'The version whose undo (`undoCanvasVersion`) redoes what the viewer has undone last. Null when there is ' +
        'nothing to redo, also because the viewer has made a new change since.',
      complexity: costOfHistory,
      resolve: async (query, { id }, _args, context) => {
        const number = await nextFor(context, id, 'redoable');
        return number === null ? null : findVersion(query, id, number, context);
      },
    }),
    deletedAt: t.expose('deletedAt', { type: 'DateTime', nullable: true }),
    removalAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it will be removed for good; null as long as it is not deleted.',
      resolve: ({ deletedAt }, _args, { config }) =>
        deletedAt === null ? null : new Date(deletedAt.getTime() + config.CANVAS_TRASH_DAYS * dayMs),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came into being.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When its newest version was committed.',
    }),
  }),
});

/** The versions, the objects, and what a version changed. */
const costOfHistory = { field: 3 * readsDatabase };

const nextFor = (context: Context, canvasId: string, direction: keyof UndoHistory) =>
  nextInHistory(context.database.pool, { canvasId, userId: viewerOf(context).id, direction });

const findVersion = (query: object, canvasId: string, number: number, { database }: Context) =>
  database.prisma.canvasVersion.findUnique({ ...query, where: { canvasId_number: { canvasId, number } } });

const CanvasConnection = builder.connectionObject(
  {
    type: CanvasRef,
    name: 'CanvasConnection',
    description: 'A page of canvases.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'Canvases on all pages.',
        extensions: { pothosPrismaTotalCount: true },
        resolve: countOf,
      }),
    }),
  },
  { name: 'CanvasEdge', description: 'A canvas on a page.' },
);

builder.queryFields((t) => ({
  canvas: t.prismaField({
    type: CanvasRef,
    nullable: true,
    description:
      'A canvas by its id; null when there is none that the viewer may read. One that is deleted has `deletedAt`.',
    authScopes: { user: true },
    args: { id: t.arg.id({ required: true, description: 'Global id of the canvas.' }) },
    resolve: (query, _root, args, context) => {
      const id = decodeId('Canvas', args.id);
      if (id === null) return null;
      return context.database.prisma.canvas.findUnique({
        ...query,
        where: { id, ...readableBy(viewerOf(context)) },
      });
    },
  }),
  canvases: t.prismaConnection(
    {
      type: CanvasRef,
      cursor: 'id',
      description: "The viewer's canvases, newest first.",
      authScopes: { user: true },
      args: {
        deleted: t.arg.boolean({
          defaultValue: false,
          description: 'True: those that have been deleted, and can still be had back.',
        }),
      },
      totalCount: (_connection, { deleted }, context) =>
        context.database.prisma.canvas.count({ where: ownCanvases(context, deleted ?? false) }),
      resolve: (query, _root, { deleted }, context) =>
        context.database.prisma.canvas.findMany({
          ...query,
          where: ownCanvases(context, deleted ?? false),
          orderBy: { id: 'desc' },
        }),
    },
    CanvasConnection,
  ),
}));

const ownCanvases = (context: Context, deleted: boolean) => ({
  ownerId: viewerOf(context).id,
  deletedAt: deleted ? { not: null } : null,
});

/**
 * The canvas that a mutation has changed, with what the client selects of it. A client that selects nothing but
 * the outcome's type leaves the query without columns, which Prisma refuses.
 */
export function readChangedCanvas(
  query: { select?: object; include?: object },
  id: string,
  { database }: Context,
) {
  const wanted = query.select !== undefined && Object.keys(query.select).length === 0 ? {} : query;
  return database.prisma.canvas.findUniqueOrThrow({ ...wanted, where: { id } });
}
