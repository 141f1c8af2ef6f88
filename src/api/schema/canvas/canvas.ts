import { nextInHistory, type UndoHistory } from '../../../canvas/versions/undoHistory.ts';
import { readableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { defaultPageSize, pageSizes } from '../../graphql/connections.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { costOfList, costOfPages, readsDatabase, readsMany } from '../../graphql/cost.ts';
import { decodeId } from '../../graphql/ids.ts';
import { CanvasJobRef } from '../jobs/job.ts';
import { CanvasJobConnection, readJobPage } from '../jobs/jobList.ts';
import { first, firstOf, objectList } from './objectLists.ts';
import { PlacedObjectRef } from './objects.ts';
import { placedTogether } from './placedObject.ts';
import { CanvasVersionConnection, CanvasVersionRef, findVersion, readVersionPage } from './versions.ts';

const dayMs = 86_400_000;

export const CanvasRef = builder.prismaNode('Canvas', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...readableBy(viewerOf(context)) }),
  fields: (t) => ({
    title: t.exposeString('title', {
      description: 'From the plan of its first job, unless its owner has renamed it.',
    }),
    versionNumber: t.exposeInt('version'),
    objects: t.field({
      type: [PlacedObjectRef],
      description: 'All of its objects, in drawing order.',
      args: { first: t.arg.int(first) },
      complexity: costOfList,
      resolve: async (canvas, args, context, info) =>
        objectList(
          firstOf(placedTogether(await context.objects.objects(canvas.id)), args.first),
          context,
          info,
        ),
    }),
    objectCount: t.relationCount('objects', { description: 'Number of objects.' }),
    jobs: t.connection(
      {
        type: CanvasJobRef,
        description: `Its jobs, newest first; ${pageSizes}`,
        complexity: costOfPages(defaultPageSize),
        resolve: ({ id }, args, context, info) =>
          readJobPage(args, { canvasId: id }, context.reads.own, context, info),
      },
      CanvasJobConnection,
    ),
    versions: t.connection(
      {
        type: CanvasVersionRef,
        description: `Its versions, newest first; ${pageSizes}`,
        complexity: costOfPages(defaultPageSize),
        resolve: ({ id }, args, context, info) => readVersionPage(args, id, context, info),
      },
      CanvasVersionConnection,
    ),
    versionAt: t.prismaField({
      type: CanvasVersionRef,
      nullable: true,
      description: 'The version with this number, or null.',
      args: { number: t.arg.int({ required: true, description: 'Number of the version.' }) },
      complexity: readsDatabase,
      resolve: (query, { id }, { number }, context) => findVersion(query, id, number, context),
    }),
    undoable: t.prismaField({
      type: CanvasVersionRef,
      nullable: true,
      description:
        "The version to pass to `undoCanvasVersion` for the viewer's next undo: their newest job, edit or restore that is " +
        'not undone. Null when there is nothing to undo.',
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
        "The version to pass to `undoCanvasVersion` for the viewer's next redo: their newest undo, unless they have " +
        'made a change since. Null when there is nothing to redo.',
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
      description: 'When it is removed permanently; null unless it is in the trash.',
      resolve: ({ deletedAt }, _args, { config }) =>
        deletedAt === null ? null : new Date(deletedAt.getTime() + config.CANVAS_TRASH_DAYS * dayMs),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When its newest version was committed.',
    }),
  }),
});

/** Reads all versions, the objects, and some change sets. */
const costOfHistory = { field: readsMany };

const nextFor = (context: Context, canvasId: string, direction: keyof UndoHistory) =>
  nextInHistory(context.database.pool, { canvasId, userId: viewerOf(context).id, direction });

builder.queryFields((t) => ({
  canvas: t.prismaField({
    type: CanvasRef,
    nullable: true,
    description:
      'A canvas by its id, also from the trash (`deletedAt`); null when there is none that the viewer may read.',
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
}));

/**
 * Reads the canvas that a mutation has changed, with the fields that the client selects. If it selects only the type of
 * the outcome, the query has no columns, which Prisma refuses: then all are read.
 */
export function readChangedCanvas(
  query: { select?: object; include?: object },
  id: string,
  { database }: Context,
) {
  const wanted = query.select !== undefined && Object.keys(query.select).length === 0 ? {} : query;
  return database.prisma.canvas.findUniqueOrThrow({ ...wanted, where: { id } });
}
