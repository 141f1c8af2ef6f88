import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { type ChangeSet, emptyChangeSet } from '../../../canvas/model/changes/changeSet.ts';
import type { CanvasObject } from '../../../canvas/model/object.ts';
import type { StoredObject } from '../../../canvas/versions/objectRows.ts';
import { readableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { countOf, selectedOfNodes } from '../../graphql/connections.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { costOfOldList, costOfReadList, readsDatabase } from '../../graphql/cost.ts';
import { newestVersionFirst } from '../../graphql/paging/listOrder.ts';
import { type PageArguments, readPage } from '../../graphql/paging/readPage.ts';
import { first, firstOf, objectList, updateList } from './objectLists.ts';
import { PlacedObjectRef } from './objects.ts';
import { type FindObject, findInVersion, type PlacedObject, placedTogether } from './placedObject.ts';

const VersionKindEnum = builder.enumType('CanvasVersionKind', {
  description: 'How a version of a canvas came about.',
  values: {
    JOB: { description: 'A job changed the canvas.' },
    EDIT: { description: 'Its owner edited it.' },
    UNDO: { description: 'The change of an earlier version (`sourceNumber`) was reverted.' },
    RESTORE: { description: 'The state of an earlier version (`sourceNumber`) was restored.' },
    COPY: {
      description: 'The canvas is a copy, or was created from an exported file; always the first version.',
    },
  } as const,
});

/** What a version changed, and how its objects are placed: each finds others of the version, or of the one before. */
type VersionChanges = Record<'before' | 'after', (object: CanvasObject) => PlacedObject> & {
  changes: ChangeSet;
};

const placedBy = (canvasId: string, find: FindObject) => (object: CanvasObject) => ({
  ...{ object, canvasId, find },
  createdByJobId: null,
});

const UpdatedObjectRef = builder
  .objectRef<Record<'before' | 'after', PlacedObject>>('UpdatedCanvasObject')
  .implement({
    description: 'An object that a version changed.',
    fields: (t) => ({
      before: t.field({
        type: PlacedObjectRef,
        description: 'Before this version.',
        resolve: ({ before }) => before,
      }),
      after: t.field({
        type: PlacedObjectRef,
        description: 'In this version.',
        resolve: ({ after }) => after,
      }),
    }),
  });

const CanvasChangeSetRef = builder.objectRef<VersionChanges>('CanvasChangeSet').implement({
  description: 'What a version changed.',
  fields: (t) => ({
    added: t.field({
      type: [PlacedObjectRef],
      description: 'Added objects.',
      complexity: costOfReadList,
      resolve: ({ changes, after }, _args, context, info) =>
        objectList(changes.added.map(after), context, info),
    }),
    updated: t.field({
      type: [UpdatedObjectRef],
      description: 'Updated objects.',
      complexity: costOfReadList,
      resolve: ({ changes, before, after }, _args, context, info) =>
        updateList(
          changes.updated.map((update) => ({ before: before(update.before), after: after(update.after) })),
          context,
          info,
        ),
    }),
    deleted: t.field({
      type: [PlacedObjectRef],
      description: 'Deleted objects, as they were.',
      complexity: costOfReadList,
      resolve: ({ changes, before }, _args, context, info) =>
        objectList(changes.deleted.map(before), context, info),
    }),
  }),
});

/** @throws GraphQLError NOT_FOUND: the version was joined into a later one after it had been read. */
async function objectsAt({ objects }: Context, canvasId: string, number: number): Promise<StoredObject[]> {
  const found = await objects.objectsAt(canvasId, number);
  if (found !== null) return found;
  throw new GraphQLError(
    `Version ${number} has just been joined into a later one. Read the versions again.`,
    {
      extensions: { code: 'NOT_FOUND' },
    },
  );
}

/** The id of a version has two parts, as its key has. */
const versionId = (canvasId: string, number: number) => `${canvasId}.${number}`;

export const CanvasVersionRef = builder.prismaNode('CanvasVersion', {
  id: { resolve: ({ canvasId, number }) => versionId(canvasId, number) },
  nullable: true,
  findUnique: (id, context) => {
    const [canvasId = '', number] = id.split('.');
    return {
      canvasId_number: { canvasId, number: Number(number) },
      canvas: readableBy(viewerOf(context)),
    };
  },
  // Without a selection every column is read, and `changes` may be as large as the canvas.
  select: { canvasId: true, number: true },
  fields: (t) => ({
    number: t.exposeInt('number', {
      description: 'From 1. Numbers are missing where edits were joined into the next version.',
    }),
    joinedCount: t.int({
      description: 'Number of earlier edits that were joined into it; old edits are joined.',
      select: { number: true, previousNumber: true },
      resolve: ({ number, previousNumber }) => number - (previousNumber ?? 0) - 1,
    }),
    canvas: t.relation('canvas', { description: 'The canvas.' }),
    kind: t.expose('kind', { type: VersionKindEnum, description: 'What made it.' }),
    createdBy: t.relation('author', {
      nullable: true,
      description: 'Its author, or the owner of the job.',
    }),
    job: t.relation('job', {
      nullable: true,
      description: 'The job that made it, unless that has been cleaned up.',
    }),
    sourceNumber: t.exposeInt('sourceNumber', { nullable: true }),
    source: t.prismaField({
      type: 'CanvasVersion',
      nullable: true,
      description: 'The version with `sourceNumber`; null for the empty canvas before the first.',
      select: { canvasId: true, sourceNumber: true },
      complexity: readsDatabase,
      resolve: (query, { canvasId, sourceNumber }, _args, context) =>
        sourceNumber === null ? null : findVersion(query, canvasId, sourceNumber, context),
    }),
    undoneBy: t.prismaField({
      type: 'CanvasVersion',
      nullable: true,
      description:
        'The version that reverted this one; null when it is not undone, or when the undo was undone.',
      complexity: readsDatabase,
      resolve: async (query, { canvasId, number }, _args, context) => {
        const undo = await context.objects.undoneBy(canvasId, number);
        return undo === null ? null : findVersion(query, canvasId, undo, context);
      },
    }),
    addedCount: t.exposeInt('addedCount', { description: 'Number of added objects.' }),
    updatedCount: t.exposeInt('updatedCount', { description: 'Number of updated objects.' }),
    deletedCount: t.exposeInt('deletedCount', { description: 'Number of deleted objects.' }),
    objectCount: t.exposeInt('objectCount'),
    objects: t.field({
      type: [PlacedObjectRef],
      description: 'All objects of the canvas in this version, in drawing order.',
      args: { first: t.arg.int(first) },
      complexity: costOfOldList,
      resolve: async ({ canvasId, number }, args, context, info) =>
        objectList(
          firstOf(placedTogether(await objectsAt(context, canvasId, number)), args.first),
          context,
          info,
        ),
    }),
    changes: t.field({
      type: CanvasChangeSetRef,
      description: 'What it changed.',
      select: { canvasId: true, number: true, previousNumber: true },
      complexity: readsDatabase,
      resolve: async ({ canvasId, number, previousNumber }, _args, { objects }) => ({
        changes: (await objects.changes(canvasId, number)) ?? emptyChangeSet,
        before: placedBy(canvasId, findInVersion(canvasId, previousNumber, objects)),
        after: placedBy(canvasId, findInVersion(canvasId, number, objects)),
      }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was committed.' }),
  }),
});

/** Prisma reads the versions that are asked for in the same tick with one statement. */
export function findVersion(query: object, canvasId: string, number: number, { database }: Context) {
  return database.prisma.canvasVersion.findUnique({
    ...query,
    where: { canvasId_number: { canvasId, number } },
  });
}

builder.prismaObjectField('CanvasJob', 'canvasVersion', (t) =>
  t.prismaField({
    type: CanvasVersionRef,
    nullable: true,
    description: 'The version of the canvas that it made, if any.',
    complexity: readsDatabase,
    resolve: (query, job, _args, { database }) =>
      database.prisma.canvasVersion.findUnique({ ...query, where: { jobId: job.id } }),
  }),
);

export const CanvasVersionConnection = builder.connectionObject(
  {
    type: CanvasVersionRef,
    name: 'CanvasVersionConnection',
    description: 'A page of versions.',
    fields: (t) => ({ totalCount: t.int({ description: 'Versions on all pages.', resolve: countOf }) }),
  },
  { name: 'CanvasVersionEdge', description: 'A version on a page.' },
);

/** Reads a page of the versions of a canvas, newest first, with the fields that the client selects. */
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
