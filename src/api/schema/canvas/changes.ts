import { type EditResult, editObjects } from '../../../canvas/edits/editObjects.ts';
import { lockObjects } from '../../../canvas/edits/lockObjects.ts';
import type { Aspect } from '../../../canvas/model/changes/aspects.ts';
import { type Conflict, describeConflict } from '../../../canvas/model/changes/conflict.ts';
import { maxObjectsPerCanvas } from '../../../canvas/model/limits.ts';
import type { Committed } from '../../../canvas/versions/commitVersion.ts';
import { restoreVersion } from '../../../canvas/versions/restoreVersion.ts';
import { undoJob, undoVersion } from '../../../canvas/versions/undoVersion.ts';
import {
  CanvasConflictError,
  IdempotencyConflictError,
  InputValidationError,
  NotFoundError,
} from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { readsDatabase } from '../../graphql/cost.ts';
import { resultUnion } from '../../graphql/errors.ts';
import { decodeId, encodeId } from '../../graphql/ids.ts';
import { editOf, objectIdOf, UpdateCanvasObjectsInput } from './editInputs.ts';
import { canvasIdOf, ownerOf } from './mutations.ts';
import { PlacedObjectRef } from './objects.ts';
import { placedNow } from './placedObject.ts';
import { CanvasVersionRef, findVersion } from './versions.ts';

/** The result of a change of a canvas. */
type CanvasChange = Omit<Committed, 'changes'> & { canvasId: string };

const ConflictReasonEnum = builder.enumType('ConflictReason', {
  description: 'Why a part of a change could not be applied.',
  values: {
    CHANGED: { description: 'The same part of the object has been changed since; that change is kept.' },
    GONE: { description: 'The object has been deleted since.' },
    LOCKED: { description: 'The object is locked, or a locked object depends on it.' },
    ENDS_GONE: { description: 'An end of the connector is not on the canvas.' },
    FRAME_GONE: { description: 'The frame in `parentId` is not on the canvas.' },
    FRAME_CYCLE: { description: 'The frame would be inside itself, or inside a frame that it contains.' },
    LIMIT: { description: `A canvas holds at most ${maxObjectsPerCanvas.toLocaleString('en')} objects.` },
  } as const,
});

const AspectEnum = builder.enumType('CanvasObjectAspect', {
  description: 'A part of an object that can be changed independently of the others.',
  values: {
    PLACE: { value: 'place', description: '`x`, `y`, `width` and `height`.' },
    PATH: { value: 'path', description: '`points`.' },
    TEXT: { value: 'text', description: '`text`, `title` or `label`, with its lines and size.' },
    STYLE: { value: 'style', description: '`shape`, `style`, `arrowhead` and `startArrowhead`.' },
    COLOR: { value: 'color', description: '`color`.' },
    FRAME: { value: 'frame', description: '`parentId`.' },
    ENDS: { value: 'ends', description: '`fromId` and `toId`.' },
    ORDER: { value: 'order', description: '`zIndex`.' },
    LOCK: { value: 'lock', description: '`locked`.' },
  } satisfies Record<string, { value: Aspect; description: string }>,
});

const ConflictRef = builder.objectRef<Conflict & { canvasId: string }>('CanvasChangeConflict').implement({
  description: 'A part of a change that could not be applied. Everything else was applied.',
  fields: (t) => ({
    objectId: t.id({
      description: 'The object that it is about.',
      resolve: ({ objectId }) => encodeId('CanvasObject', objectId),
    }),
    reason: t.expose('reason', { type: ConflictReasonEnum, description: 'Why it could not be applied.' }),
    aspects: t.expose('aspects', {
      type: [AspectEnum],
      description: 'The parts of the object that were left unchanged; empty: the whole object.',
    }),
    message: t.string({ description: 'The reason as a sentence.', resolve: describeConflict }),
    object: t.field({
      type: PlacedObjectRef,
      nullable: true,
      description: 'The object on the canvas now; null when it is not there.',
      complexity: readsDatabase,
      resolve: async ({ objectId, canvasId }, _args, context) => {
        const found = await context.objects.object(objectId);
        return found?.canvasId === canvasId ? placedNow(found, context) : null;
      },
    }),
  }),
});

/** Defines the success type of a mutation that changes objects. */
const changeSuccess = <T extends CanvasChange = CanvasChange>(name: string, description: string) =>
  builder.objectRef<T>(name).implement({
    description,
    fields: (t) => ({
      canvas: t.prismaField({
        type: 'Canvas',
        description: 'The canvas after the change.',
        resolve: (query, { canvasId }, _args, { database }) =>
          database.prisma.canvas.findUniqueOrThrow({ ...query, where: { id: canvasId } }),
      }),
      version: t.prismaField({
        type: CanvasVersionRef,
        nullable: true,
        description: 'The new version; null when nothing changed.',
        resolve: (query, { canvasId, number }, _args, context) =>
          number === null ? null : findVersion(query, canvasId, number, context),
      }),
      conflicts: t.field({
        type: [ConflictRef],
        description: 'What could not be applied, because the canvas has changed or an object is locked.',
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
  'The edit is saved, except for `conflicts`.',
);
builder.objectField(UpdateCanvasObjectsSuccessRef, 'createdIds', (t) =>
  t.field({
    type: [CreatedObjectIdRef],
    description:
      'Ids of the objects in `add` that are on the canvas, also when the same edit was sent before.',
    resolve: ({ createdIds }) => createdIds,
  }),
);
builder.objectField(UpdateCanvasObjectsSuccessRef, 'replayed', (t) =>
  t.exposeBoolean('replayed', {
    description: 'The edit was saved before under its idempotency key; this is the result of that time.',
  }),
);

const UndoCanvasJobInput = builder.inputType('UndoCanvasJobInput', {
  description: 'Which change to undo.',
  fields: (t) => ({ jobId: t.id({ required: true, description: 'A job that has changed its canvas.' }) }),
});

const UndoCanvasVersionInput = builder.inputType('UndoCanvasVersionInput', {
  description: 'Which change to undo.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    versionNumber: t.int({ required: true, description: 'Number of the version to undo.' }),
  }),
});

const RestoreCanvasVersionInput = builder.inputType('RestoreCanvasVersionInput', {
  description: 'Which state to restore.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    versionNumber: t.int({
      required: true,
      description: 'Number of the version; 0 is the empty canvas before the first.',
    }),
  }),
});

const LockCanvasObjectsInput = builder.inputType('LockCanvasObjectsInput', {
  description: 'Which objects to lock or unlock.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    objectIds: t.idList({
      required: true,
      description: 'The objects, by id, or by the UUID that you gave them when you added them.',
    }),
    locked: t.boolean({ defaultValue: true, description: 'False unlocks them.' }),
  }),
});

/** The result types of a mutation whose success has more fields than the canvas. */
const changeTypes = (mutation: string) => ({ directResult: true, union: resultUnion(mutation) });

builder.mutationFields((t) => ({
  updateCanvasObjects: t.field({
    type: UpdateCanvasObjectsSuccessRef,
    description:
      'Saves an edit as one new version. It is rebased on the current version: changes made since `baseVersionNumber` are ' +
      'kept, and parts of the edit that contradict them are returned as `conflicts`.',
    authScopes: { user: true },
    args: { input: t.arg({ type: UpdateCanvasObjectsInput, required: true, description: 'The edit.' }) },
    errors: {
      types: [InputValidationError, NotFoundError, CanvasConflictError, IdempotencyConflictError],
      ...changeTypes('UpdateCanvasObjects'),
    },
    resolve: async (_root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      const edit = editOf(input);
      const request = {
        ...{ canvasId, ownerId: ownerOf(context), edit },
        baseVersion: input.baseVersionNumber,
        idempotencyKey: input.idempotencyKey ?? null,
      };
      return { ...(await editObjects(context.database.pool, request)), canvasId };
    },
  }),
  lockCanvasObjects: t.field({
    type: changeSuccess('LockCanvasObjectsSuccess', 'The objects are locked or unlocked.'),
    description:
      'Locks objects, so that jobs and edits leave them unchanged, or unlocks them, as one new version.',
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
    type: changeSuccess('UndoCanvasJobSuccess', 'The change of the job is reverted, except for `conflicts`.'),
    description:
      'Reverts what a job changed, as one new version. What has been changed since is kept and returned as `conflicts`.',
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
      'The change of the version is reverted, except for `conflicts`.',
    ),
    description: 'Reverts what a version changed, as one new version. Undoing an undo redoes the change.',
    authScopes: { user: true },
    args: { input: t.arg({ type: UndoCanvasVersionInput, required: true, description: 'Which version.' }) },
    errors: { types: [NotFoundError, CanvasConflictError], ...changeTypes('UndoCanvasVersion') },
    resolve: async (_root, { input }, context) => {
      const request = {
        canvasId: canvasIdOf(input.canvasId),
        number: input.versionNumber,
        ownerId: ownerOf(context),
      };
      return { ...(await undoVersion(context.database.pool, request)), canvasId: request.canvasId };
    },
  }),
  restoreCanvasVersion: t.field({
    type: changeSuccess('RestoreCanvasVersionSuccess', 'The canvas has the state of that version.'),
    description: 'Restores the state of an earlier version, as one new version.',
    authScopes: { user: true },
    args: { input: t.arg({ type: RestoreCanvasVersionInput, required: true, description: 'Which state.' }) },
    errors: { types: [NotFoundError, CanvasConflictError], ...changeTypes('RestoreCanvasVersion') },
    resolve: async (_root, { input }, context) => {
      const request = {
        canvasId: canvasIdOf(input.canvasId),
        number: input.versionNumber,
        ownerId: ownerOf(context),
      };
      return { ...(await restoreVersion(context.database.pool, request)), canvasId: request.canvasId };
    },
  }),
}));
