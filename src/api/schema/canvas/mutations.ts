import { deleteCanvas, restoreCanvas } from '../../../canvas/commands/deleteCanvas.ts';
import { duplicateCanvas } from '../../../canvas/commands/duplicateCanvas.ts';
import { renameCanvas } from '../../../canvas/commands/renameCanvas.ts';
import { editObjects } from '../../../canvas/edits/editObjects.ts';
import { lockObjects } from '../../../canvas/edits/lockObjects.ts';
import { restoreVersion } from '../../../canvas/versions/restoreVersion.ts';
import { undoJob, undoVersion } from '../../../canvas/versions/undoVersion.ts';
import { CanvasConflictError, InputValidationError, NotFoundError } from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { decodeId } from '../../graphql/ids.ts';
import { CanvasRef, readChangedCanvas } from './canvas.ts';
import { changeSuccess } from './changeResult.ts';
import { editOf, objectIdOf, UpdateCanvasObjectsInput } from './editInputs.ts';

const CanvasInput = (name: string, description: string) =>
  builder.inputType(name, {
    description,
    fields: (t) => ({ canvasId: t.id({ required: true, description: 'The canvas.' }) }),
  });

const DeleteCanvasInput = CanvasInput('DeleteCanvasInput', 'What is to be deleted.');
const RestoreCanvasInput = CanvasInput('RestoreCanvasInput', 'What is to be had back.');

const RenameCanvasInput = builder.inputType('RenameCanvasInput', {
  description: 'What is to be called how.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    title: t.string({ required: true, description: '1 to 200 characters after trimming, on one line.' }),
  }),
});

const DuplicateCanvasInput = builder.inputType('DuplicateCanvasInput', {
  description: 'What is to be copied.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    title: t.string({
      required: false,
      description: 'Title of the copy; none: that of the original, with "(copy)".',
    }),
  }),
});

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

/** Names and words of a mutation's result types. */
const resultTypes = (mutation: string, success: string) => ({
  union: unionOf(mutation),
  result: { name: `${mutation}Success`, description: success },
  dataField: { name: 'canvas', description: 'The canvas as it is now.' },
});

const unionOf = (mutation: string) => ({
  name: `${mutation}Result`,
  description: `Outcome of ${mutation[0]?.toLowerCase()}${mutation.slice(1)}.`,
});

/** The same for a mutation whose success tells more than the canvas. */
const changeTypes = (mutation: string) => ({ directResult: true, union: unionOf(mutation) });

builder.mutationFields((t) => ({
  updateCanvasObjects: t.field({
    type: changeSuccess('UpdateCanvasObjectsSuccess', 'The edit is saved, as far as it could be.'),
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
  renameCanvas: t.prismaField({
    type: CanvasRef,
    description: 'Gives a canvas a title, which no job changes any more.',
    authScopes: { user: true },
    args: { input: t.arg({ type: RenameCanvasInput, required: true, description: 'Which one, and how.' }) },
    errors: {
      types: [InputValidationError, NotFoundError, CanvasConflictError],
      ...resultTypes('RenameCanvas', 'The canvas has the title.'),
    },
    resolve: async (query, _root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      await renameCanvas(context.database.pool, { canvasId, ownerId: ownerOf(context), title: input.title });
      return readChangedCanvas(query, canvasId, context);
    },
  }),
  duplicateCanvas: t.prismaField({
    type: CanvasRef,
    description: 'Copies a canvas in its newest version; the copy begins a history of its own.',
    authScopes: { user: true },
    args: { input: t.arg({ type: DuplicateCanvasInput, required: true, description: 'Which one.' }) },
    errors: {
      types: [InputValidationError, NotFoundError, CanvasConflictError],
      ...resultTypes('DuplicateCanvas', 'There is a copy.'),
      dataField: { name: 'canvas', description: 'The copy.' },
    },
    resolve: async (query, _root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      const request = { canvasId, ownerId: ownerOf(context), title: input.title ?? null };
      return readChangedCanvas(query, await duplicateCanvas(context.database.pool, request), context);
    },
  }),
  deleteCanvas: t.prismaField({
    type: CanvasRef,
    description:
      'Deletes a canvas and cancels its unfinished jobs. `restoreCanvas` has it back, until it is removed for good ' +
      '(`removalAt`).',
    authScopes: { user: true },
    args: { input: t.arg({ type: DeleteCanvasInput, required: true, description: 'Which one.' }) },
    errors: { types: [NotFoundError], ...resultTypes('DeleteCanvas', 'The canvas is deleted.') },
    resolve: async (query, _root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      await deleteCanvas(context.database.pool, { canvasId, ownerId: ownerOf(context) });
      return readChangedCanvas(query, canvasId, context);
    },
  }),
  restoreCanvas: t.prismaField({
    type: CanvasRef,
    description: 'Has a deleted canvas back, as it was. Jobs that were cancelled with it stay cancelled.',
    authScopes: { user: true },
    args: { input: t.arg({ type: RestoreCanvasInput, required: true, description: 'Which one.' }) },
    errors: { types: [NotFoundError], ...resultTypes('RestoreCanvas', 'The canvas is there again.') },
    resolve: async (query, _root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      await restoreCanvas(context.database.pool, { canvasId, ownerId: ownerOf(context) });
      return readChangedCanvas(query, canvasId, context);
    },
  }),
}));

/** Canvases are changed by their owners only, by operators no more than by others. */
const ownerOf = (context: Context): string => viewerOf(context).id;

function canvasIdOf(globalId: string | number): string {
  const id = decodeId('Canvas', String(globalId));
  if (id === null) throw new NotFoundError('canvas');
  return id;
}
