import { type EditResult, editObjects } from '../../../canvas/edits/editObjects.ts';
import { lockObjects } from '../../../canvas/edits/lockObjects.ts';
import type { Aspect } from '../../../canvas/model/aspects.ts';
import { type Conflict, describeConflict } from '../../../canvas/model/conflict.ts';
import { maxObjectsPerCanvas } from '../../../canvas/model/limits.ts';
import type { Committed } from '../../../canvas/versions/commitVersion.ts';
import { restoreVersion } from '../../../canvas/versions/restoreVersion.ts';
import { undoJob, undoVersion } from '../../../canvas/versions/undoVersion.ts';
import { CanvasConflictError, InputValidationError, NotFoundError } from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { readsDatabase } from '../../graphql/cost.ts';
import { resultUnion } from '../../graphql/errors.ts';
import { decodeId, encodeId } from '../../graphql/ids.ts';
import { editOf, objectIdOf, UpdateCanvasObjectsInput } from './editInputs.ts';
import { canvasIdOf, ownerOf } from './mutations.ts';
import { PlacedObjectRef } from './objects.ts';
import { CanvasVersionRef } from './versions.ts';

/** What a change of a canvas came to. */
type CanvasChange = Committed & { canvasId: string };

const RefusalReasonEnum = builder.enumType('RefusalReason', {
  description: 'Why something could not be done to an object.',
  values: {
    CHANGED: { description: 'The same has been changed meanwhile, in another way: that stays.' },
    GONE: { description: 'The object has been deleted meanwhile.' },
    LOCKED: { description: 'The object is locked, or a locked one hangs on it.' },
    ENDS_GONE: { description: 'What the connector joins is not on the canvas.' },
    LIMIT: { description: `A canvas holds at most ${maxObjectsPerCanvas.toLocaleString('en')} objects.` },
  } as const,
});

const AspectEnum = builder.enumType('CanvasObjectAspect', {
  description: 'A side of an object that can be changed independently of the others.',
  values: {
    PLACE: { value: 'place', description: '`x`, `y`, `width` and `height`.' },
    PATH: { value: 'path', description: '`points`.' },
    WORDS: { value: 'words', description: '`text`, `title` or `label`, with how it is set.' },
    LOOK: { value: 'look', description: '`shape`, `style` and `arrowhead`.' },
    COLOR: { value: 'color', description: '`color`.' },
    FRAME: { value: 'frame', description: '`parentId`.' },
    ENDS: { value: 'ends', description: '`fromId` and `toId`.' },
    ORDER: { value: 'order', description: '`zIndex`.' },
    LOCK: { value: 'lock', description: '`locked`.' },
  } satisfies Record<string, { value: Aspect; description: string }>,
});

const RefusedChangeRef = builder.objectRef<Conflict & { canvasId: string }>('RefusedChange').implement({
  description: 'Something that could not be done. Everything else was.',
  fields: (t) => ({
    objectId: t.id({
      description: 'The object that it was to be done to.',
      resolve: ({ objectId }) => encodeId('CanvasObject', objectId),
    }),
    reason: t.expose('reason', { type: RefusalReasonEnum, description: 'Why.' }),
    aspects: t.expose('aspects', {
      type: [AspectEnum],
      description: 'What stays as it is on the canvas; empty: all of the object.',
    }),
    message: t.string({ description: 'The same for a person.', resolve: describeConflict }),
    object: t.field({
      type: PlacedObjectRef,
      nullable: true,
      description: 'The object as it is on the canvas now; null when it is not.',
      complexity: readsDatabase,
      resolve: async ({ objectId, canvasId }, _args, { objects }) => {
        const found = await objects.object(objectId);
        return found?.canvasId === canvasId ? found : null;
      },
    }),
  }),
});

/** The type of a successful change of a canvas's objects; one for each mutation. */
const changeSuccess = <T extends CanvasChange = CanvasChange>(name: string, description: string) =>
  builder.objectRef<T>(name).implement({
    description,
    fields: (t) => ({
      canvas: t.prismaField({
        type: 'Canvas',
        description: 'The canvas as it is now.',
        resolve: (query, { canvasId }, _args, { database }) =>
          database.prisma.canvas.findUniqueOrThrow({ ...query, where: { id: canvasId } }),
      }),
      version: t.prismaField({
        type: CanvasVersionRef,
        nullable: true,
        description: 'The version that was made; null when nothing was left to be changed.',
        resolve: (query, { canvasId, number }, _args, { database }) =>
          number === null
            ? null
            : database.prisma.canvasVersion.findUnique({
                ...query,
                where: { canvasId_number: { canvasId, number } },
              }),
      }),
      refused: t.field({
        type: [RefusedChangeRef],
        description: 'What could not be done, because the canvas has changed, or something is locked.',
        resolve: ({ conflicts, canvasId }) => conflicts.map((conflict) => ({ ...conflict, canvasId })),
      }),
    }),
  });

const CreatedObjectIdRef = builder.objectRef<string>('CreatedObjectId').implement({
  description: 'The id of an object that the client added.',
  fields: (t) => ({
    clientId: t.string({ description: 'The UUID that the client chose.', resolve: (id) => id }),
    objectId: t.id({ description: 'The id of the object.', resolve: (id) => encodeId('CanvasObject', id) }),
  }),
});

const UpdateCanvasObjectsSuccessRef = changeSuccess<CanvasChange & EditResult>(
  'UpdateCanvasObjectsSuccess',
  'The edit is saved, as far as it could be.',
);
builder.objectField(UpdateCanvasObjectsSuccessRef, 'createdIds', (t) =>
  t.field({
    type: [CreatedObjectIdRef],
    description:
      'Ids of the objects of `add` that are on the canvas, also when an earlier delivery of this edit added them.',
    resolve: ({ createdIds }) => createdIds,
  }),
);

const UndoCanvasJobInput = builder.inputType('UndoCanvasJobInput', {
  description: 'What is to be taken back.',
  fields: (t) => ({ jobId: t.id({ required: true, description: 'A job that has changed its canvas.' }) }),
});

const UndoCanvasVersionInput = builder.inputType('UndoCanvasVersionInput', {
  description: 'What is to be taken back.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    version: t.int({ required: true, description: 'Number of the version whose change is taken back.' }),
  }),
});

const RestoreCanvasVersionInput = builder.inputType('RestoreCanvasVersionInput', {
  description: 'Which state is to be brought back.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    version: t.int({
      required: true,
      description: 'Number of the version; 0 is the empty canvas before the first.',
    }),
  }),
});

const LockCanvasObjectsInput = builder.inputType('LockCanvasObjectsInput', {
  description: 'What is to be locked or unlocked.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    objectIds: t.idList({
      required: true,
      description: 'The objects; those that you have added yourself also by the UUIDs that you gave them.',
    }),
    locked: t.boolean({ defaultValue: true, description: 'False: they are unlocked.' }),
  }),
});

/** The result types of a mutation whose success has more fields than the canvas. */
const changeTypes = (mutation: string) => ({ directResult: true, union: resultUnion(mutation) });

builder.mutationFields((t) => ({
  updateCanvasObjects: t.field({
    type: UpdateCanvasObjectsSuccessRef,
    description:
      'Saves what somebody has done to a canvas in an editor, as one new version. What others have changed since ' +
      '`baseVersion` stays, object by object; what could therefore not be done is told.',
    authScopes: { user: true },
    args: { input: t.arg({ type: UpdateCanvasObjectsInput, required: true, description: 'What was done.' }) },
    errors: {
      types: [InputValidationError, NotFoundError, CanvasConflictError],
      ...changeTypes('UpdateCanvasObjects'),
    },
    resolve: async (_root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      const edit = editOf(input);
      const request = { canvasId, ownerId: ownerOf(context), baseVersion: input.baseVersion, edit };
      return { ...(await editObjects(context.database.pool, request)), canvasId };
    },
  }),
  lockCanvasObjects: t.field({
    type: changeSuccess('LockCanvasObjectsSuccess', 'The objects are locked or unlocked.'),
    description: 'Locks objects against jobs and edits, or unlocks them, as one new version.',
    authScopes: { user: true },
    args: { input: t.arg({ type: LockCanvasObjectsInput, required: true, description: 'Which objects.' }) },
    errors: {
      types: [InputValidationError, NotFoundError, CanvasConflictError],
      ...changeTypes('LockCanvasObjects'),
    },
    resolve: async (_root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      const objectIds = input.objectIds.map((id) => objectIdOf(id) ?? '');
      const request = { canvasId, ownerId: ownerOf(context), objectIds, locked: input.locked ?? true };
      return { ...(await lockObjects(context.database.pool, request)), canvasId };
    },
  }),
  undoCanvasJob: t.field({
    type: changeSuccess('UndoCanvasJobSuccess', 'What the job changed is taken back, as far as it could be.'),
    description:
      'Takes back what a job changed, as one new version. What has been changed since stays as it is, and is told.',
    authScopes: { user: true },
    args: { input: t.arg({ type: UndoCanvasJobInput, required: true, description: 'Which job.' }) },
    errors: { types: [NotFoundError, CanvasConflictError], ...changeTypes('UndoCanvasJob') },
    resolve: async (_root, { input }, context) => {
      const jobId = decodeId('CanvasJob', String(input.jobId));
      if (jobId === null) throw new NotFoundError('job');
      return undoJob(context.database.pool, { jobId, ownerId: ownerOf(context) });
    },
  }),
  undoCanvasVersion: t.field({
    type: changeSuccess(
      'UndoCanvasVersionSuccess',
      'What the version changed is taken back, as far as it could be.',
    ),
    description:
      'Takes back what any one version changed, as one new version; of an undo, that does again what was taken back.',
    authScopes: { user: true },
    args: { input: t.arg({ type: UndoCanvasVersionInput, required: true, description: 'Which version.' }) },
    errors: { types: [NotFoundError, CanvasConflictError], ...changeTypes('UndoCanvasVersion') },
    resolve: async (_root, { input }, context) => {
      const request = {
        canvasId: canvasIdOf(input.canvasId),
        number: input.version,
        ownerId: ownerOf(context),
      };
      return { ...(await undoVersion(context.database.pool, request)), canvasId: request.canvasId };
    },
  }),
  restoreCanvasVersion: t.field({
    type: changeSuccess('RestoreCanvasVersionSuccess', 'The canvas is as it was in that version.'),
    description: 'Brings back the whole state of an earlier version, as one new version.',
    authScopes: { user: true },
    args: { input: t.arg({ type: RestoreCanvasVersionInput, required: true, description: 'Which state.' }) },
    errors: { types: [NotFoundError, CanvasConflictError], ...changeTypes('RestoreCanvasVersion') },
    resolve: async (_root, { input }, context) => {
      const request = {
        canvasId: canvasIdOf(input.canvasId),
        number: input.version,
        ownerId: ownerOf(context),
      };
      return { ...(await restoreVersion(context.database.pool, request)), canvasId: request.canvasId };
    },
  }),
}));
