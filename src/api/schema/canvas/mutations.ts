import { deleteCanvas, restoreCanvas } from '../../../canvas/commands/deleteCanvas.ts';
import { duplicateCanvas } from '../../../canvas/commands/duplicateCanvas.ts';
import { renameCanvas } from '../../../canvas/commands/renameCanvas.ts';
import { maxTitleLength } from '../../../canvas/model/limits.ts';
import { CanvasConflictError, InputValidationError, NotFoundError } from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { ErrorInterface, resultTypes } from '../../graphql/errors.ts';
import { decodeId } from '../../graphql/ids.ts';
import { CanvasRef, readChangedCanvas } from './canvas.ts';

builder.objectType(CanvasConflictError, {
  name: 'CanvasConflictError',
  description:
    "The canvas's state does not allow what was asked for: it is deleted, or what was to be done has been done.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    canvas: t.prismaField({
      type: 'Canvas',
      description: 'The canvas as it is now.',
      resolve: (query, { canvasId }, _args, { database }) =>
        database.prisma.canvas.findUniqueOrThrow({ ...query, where: { id: canvasId } }),
    }),
  }),
});

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
    title: t.string({
      required: true,
      description: `1 to ${maxTitleLength} characters after trimming, on one line.`,
    }),
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

const changedCanvas = { name: 'canvas', description: 'The canvas after the change.' };

builder.mutationFields((t) => ({
  renameCanvas: t.prismaField({
    type: CanvasRef,
    description: 'Gives a canvas a title, which no job changes any more.',
    authScopes: { user: true },
    args: { input: t.arg({ type: RenameCanvasInput, required: true, description: 'Which one, and how.' }) },
    errors: {
      types: [InputValidationError, NotFoundError, CanvasConflictError],
      ...resultTypes('RenameCanvas', 'The canvas has the title.', changedCanvas),
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
      ...resultTypes('DuplicateCanvas', 'There is a copy.', { name: 'canvas', description: 'The copy.' }),
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
    errors: {
      types: [NotFoundError],
      ...resultTypes('DeleteCanvas', 'The canvas is deleted.', changedCanvas),
    },
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
    errors: {
      types: [NotFoundError],
      ...resultTypes('RestoreCanvas', 'The canvas is there again.', changedCanvas),
    },
    resolve: async (query, _root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      await restoreCanvas(context.database.pool, { canvasId, ownerId: ownerOf(context) });
      return readChangedCanvas(query, canvasId, context);
    },
  }),
}));

/** Canvases are changed by their owners only, by operators no more than by others. */
export const ownerOf = (context: Context): string => viewerOf(context).id;

export function canvasIdOf(globalId: string | number): string {
  const id = decodeId('Canvas', String(globalId));
  if (id === null) throw new NotFoundError('canvas');
  return id;
}
