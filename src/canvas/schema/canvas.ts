import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { costOfList } from '../../graphql/cost.ts';
import { countOf } from '../../graphql/countOf.ts';
import { decodeId } from '../../graphql/ids.ts';
import { readableBy } from '../../identity/viewer.ts';
import { CanvasJobConnection } from '../../jobs/schema/connection.ts';
import { newestFirst } from '../../jobs/schema/job.ts';
import { readObjects } from '../objectRows.ts';
import { PlacedObjectRef } from './objects.ts';

const CanvasRef = builder.prismaNode('Canvas', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...readableBy(viewerOf(context)) }),
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Given by the plan of its first job.' }),
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
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came into being.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When its newest version was committed.',
    }),
  }),
});

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
    description: 'A canvas by its id; null when there is none that the viewer may read.',
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
      totalCount: (_connection, _args, context) =>
        context.database.prisma.canvas.count({ where: { ownerId: viewerOf(context).id } }),
      resolve: (query, _root, _args, context) =>
        context.database.prisma.canvas.findMany({
          ...query,
          where: { ownerId: viewerOf(context).id },
          orderBy: { id: 'desc' },
        }),
    },
    CanvasConnection,
  ),
}));
