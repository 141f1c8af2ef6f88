import { subscribeToCanvas } from '../../../events/subscriptions/subscribeToCanvas.ts';
import { readableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { decodeId } from '../../graphql/ids.ts';
import { notFound, readPosition } from '../../graphql/requestErrors.ts';
import { CanvasRef } from './canvas.ts';

builder.subscriptionField('canvasChanged', (t) =>
  t.prismaField({
    type: CanvasRef,
    description:
      'The canvas in its newest state after each change: a new version or title, moved to the trash or restored. ' +
      'Completes when it is removed permanently.',
    authScopes: { user: true },
    args: {
      canvasId: t.arg.id({ required: true, description: 'The canvas.' }),
      after: t.arg.int({
        required: false,
        description: 'The last version seen: if there is a newer one, it is sent at once.',
      }),
    },
    subscribe: async (_root, args, context) => {
      const after =
        args.after == null
          ? undefined
          : readPosition(args.after, 'Versions begin at 1; 0 is the empty canvas before the first.');
      const id = decodeId('Canvas', args.canvasId);
      const where = { id: id ?? '', ...readableBy(viewerOf(context)) };
      const canvas =
        id === null ? null : await context.database.prisma.canvas.findUnique({ where, select: { id: true } });
      if (canvas === null) throw notFound('canvas');
      const changes = subscribeToCanvas(context.events, canvas.id, after);
      return context.eventTurns.events(changes) as AsyncGenerator<never>;
    },
    resolve: (query, canvasId, _args, context) =>
      context.database.prisma.canvas.findUniqueOrThrow({ ...query, where: { id: String(canvasId) } }),
  }),
);
