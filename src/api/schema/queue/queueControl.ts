import {
  pauseQueue,
  type QueueControl,
  readQueueControl,
  resumeQueue,
} from '../../../jobs/queue/pauseQueue.ts';
import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';

export const QueueControlRef = builder.objectRef<QueueControl>('QueueControl').implement({
  description: 'The switch of the queue.',
  fields: (t) => ({
    paused: t.boolean({
      description: 'Whether no job is started.',
      resolve: ({ pausedAt }) => pausedAt !== null,
    }),
    pausedAt: t.expose('pausedAt', { type: 'DateTime', nullable: true, description: 'Since when.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'What the operator gave as the reason.',
    }),
  }),
});

builder.queryField('queueControl', (t) =>
  t.field({
    type: QueueControlRef,
    description: 'Whether the queue is paused.',
    authScopes: { user: true },
    resolve: (_root, _args, { database }) => readQueueControl(database.pool),
  }),
);

builder.mutationFields((t) => ({
  pauseQueue: t.field({
    type: QueueControlRef,
    description: 'Starts no more jobs; running ones go on, new ones are accepted. For operators.',
    authScopes: { ops: true },
    args: { reason: t.arg.string({ required: false, description: 'Shown to those who wait.' }) },
    resolve: (_root, { reason }, context) =>
      pauseQueue(context.database.pool, viewerOf(context).id, reason ?? null),
  }),
  resumeQueue: t.field({
    type: QueueControlRef,
    description: 'Starts jobs again. For operators.',
    authScopes: { ops: true },
    resolve: (_root, _args, { database }) => resumeQueue(database.pool),
  }),
}));
