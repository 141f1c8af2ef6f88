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
    'The state of the canvas does not allow this: it is in the trash, or the change is undone already.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    canvas: t.prismaField({
      type: 'Canvas',
      description: 'The canvas.',
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

const DeleteCanvasInput = CanvasInput('DeleteCanvasInput', 'Which canvas to delete.');
const RestoreCanvasInput = CanvasInput('RestoreCanvasInput', 'Which canvas to restore.');

const RenameCanvasInput = builder.inputType('RenameCanvasInput', {
  description: 'Which canvas to rename.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    title: t.string({
      required: true,
      description: `1 to ${maxTitleLength} characters after trimming, on one line.`,
    }),
  }),
});

const DuplicateCanvasInput = builder.inputType('DuplicateCanvasInput', {
  description: 'Which canvas to copy.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    title: t.string({
      required: false,
      description: 'Title of the copy. Default: that of the original with "(copy)".',
    }),
  }),
});

const changedCanvas = { name: 'canvas', description: 'The canvas after the change.' };

builder.mutationFields((t) => ({
  renameCanvas: t.prismaField({
    type: CanvasRef,
    description: 'Renames a canvas. Jobs keep this title.',
    authScopes: { user: true },
    args: { input: t.arg({ type: RenameCanvasInput, required: true, description: 'Which one, and how.' }) },
    errors: {
      types: [InputValidationError, NotFoundError, CanvasConflictError],
      ...resultTypes('RenameCanvas', 'The canvas is renamed.', changedCanvas),
    },
    resolve: async (query, _root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      await renameCanvas(context.database.pool, { canvasId, ownerId: ownerOf(context), title: input.title });
      return readChangedCanvas(query, canvasId, context);
    },
  }),
  duplicateCanvas: t.prismaField({
    type: CanvasRef,
    description: 'Copies the newest version of a canvas. The copy has its own history.',
    authScopes: { user: true },
    args: { input: t.arg({ type: DuplicateCanvasInput, required: true, description: 'Which one.' }) },
    errors: {
      types: [InputValidationError, NotFoundError, CanvasConflictError],
      ...resultTypes('DuplicateCanvas', 'The canvas is copied.', {
        name: 'canvas',
        description: 'The copy.',
      }),
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
      'Moves a canvas to the trash and cancels its unfinished jobs. It can be restored until `removalAt`.',
    authScopes: { user: true },
    args: { input: t.arg({ type: DeleteCanvasInput, required: true, description: 'Which one.' }) },
    errors: {
      types: [NotFoundError],
      ...resultTypes('DeleteCanvas', 'The canvas is in the trash.', changedCanvas),
    },
    resolve: async (query, _root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      await deleteCanvas(context.database.pool, { canvasId, ownerId: ownerOf(context) });
      return readChangedCanvas(query, canvasId, context);
    },
  }),
  restoreCanvas: t.prismaField({
    type: CanvasRef,
    description: 'Restores a canvas from the trash. Jobs that were cancelled with it stay cancelled.',
    authScopes: { user: true },
    args: { input: t.arg({ type: RestoreCanvasInput, required: true, description: 'Which one.' }) },
    errors: {
      types: [NotFoundError],
      ...resultTypes('RestoreCanvas', 'The canvas is restored.', changedCanvas),
    },
    resolve: async (query, _root, { input }, context) => {
      const canvasId = canvasIdOf(input.canvasId);
      await restoreCanvas(context.database.pool, { canvasId, ownerId: ownerOf(context) });
      return readChangedCanvas(query, canvasId, context);
    },
  }),
}));

/** Only its owner may change a canvas, not even an operator. */
export function ownerOf(context: Context): string {
  return viewerOf(context).id;
}

export function canvasIdOf(globalId: string | number): string {
  const id = decodeId('Canvas', String(globalId));
  if (id === null) throw new NotFoundError('canvas');
  return id;
}
