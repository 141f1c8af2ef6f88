import type { JobEvent } from '../../../events/log/jobEvent.ts';
import { subscribeToJob } from '../../../events/subscriptions/subscribeToJob.ts';
import { subscribeToOwner } from '../../../events/subscriptions/subscribeToOwner.ts';
import { traceDelivery } from '../../../events/subscriptions/traceDelivery.ts';
import { isReadableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { decodeId } from '../../graphql/ids.ts';
import { notFound, readPosition } from '../../graphql/requestErrors.ts';
import { CanvasJobRef } from '../jobs/job.ts';
import { JobEventRef } from './events.ts';

builder.subscriptionFields((t) => ({
  jobProgress: t.field({
    type: JobEventRef,
    description:
      "The events of the job's log with a sequence above `after`, then new ones, each once and in order. Completes " +
      'after the terminal event. To resume, pass the last sequence seen.',
    authScopes: { user: true },
    args: {
      jobId: t.arg.id({ required: true, description: 'The job.' }),
      after: t.arg.int({ defaultValue: 0, description: 'The last sequence seen.' }),
    },
    subscribe: async (_root, args, context) => {
      const after = readPosition(args.after ?? 0, 'Sequences begin at 1; 0 gives the whole log.');
      const id = decodeId('CanvasJob', args.jobId);
      const viewer = viewerOf(context);
      const job = id === null ? undefined : await context.jobIdentities.find(id);
      if (job === undefined || !isReadableBy(viewer, job)) throw notFound('job');
      const events = traceDelivery(context.events, job.traceParent);
      return context.eventTurns.events(subscribeToJob(events, job.id, after));
    },
    resolve: (event: JobEvent) => event,
  }),
  jobUpdates: t.prismaField({
    type: CanvasJobRef,
    description:
      "The viewer's jobs in their newest state as they change, at most ten a second. Starts with those that changed " +
      'in the last 30 seconds, and does not complete.',
    authScopes: { user: true },
    args: { canvasId: t.arg.id({ required: false, description: 'Only jobs of this canvas.' }) },
    subscribe: (_root, args, context) => {
      const canvasId = args.canvasId ? decodeId('Canvas', args.canvasId) : undefined;
      if (canvasId === null) throw notFound('canvas');
      const changes = subscribeToOwner(context.events, viewerOf(context).id, canvasId);
      return context.eventTurns.events(changes) as AsyncGenerator<never>;
    },
    resolve: (query, jobId, _args, context) =>
      context.database.prisma.canvasJob.findUniqueOrThrow({ ...query, where: { id: String(jobId) } }),
  }),
}));
