import { CanvasConflictError } from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { ErrorInterface } from '../../graphql/errors.ts';

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
