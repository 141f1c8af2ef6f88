import { pauseQueue, resumeQueue } from '../../jobs/queue/queueControl.ts';
import { countStartedJobs } from '../../jobs/queue/sql/countStartedJobs.ts';
import { type QueueControl, readQueueControl } from '../../jobs/queue/sql/readQueueControl.ts';
import { type QueueDepth, readQueueDepth } from '../../jobs/queue/sql/readQueueDepth.ts';
import { readWorkers, type WorkerInfo } from '../../jobs/workers/sql/readWorkers.ts';
import { builder } from '../graphql/builder.ts';
import { viewerOf } from '../graphql/context.ts';
import { JobPriorityEnum } from './jobs/enums.ts';
import { WorkerRef } from './workers.ts';

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

type QueueHealth = {
  depth: QueueDepth[];
  processing: number;
  cancelling: number;
  workers: WorkerInfo[];
  control: QueueControl;
};

const DepthRef = builder.objectRef<QueueDepth>('QueueDepth').implement({
  description: 'What waits with one priority.',
  fields: (t) => ({
    priority: t.field({
      type: JobPriorityEnum,
      description: 'The priority.',
      resolve: ({ priority }) => priority,
    }),
    waiting: t.exposeInt('waiting', { description: 'Jobs that could start now.' }),
    waitingForRetry: t.exposeInt('waitingForRetry', {
      description: 'Jobs whose next attempt may not start yet.',
    }),
    oldestWaitMs: t.exposeFloat('oldestWaitMs', {
      nullable: true,
      description:
        'Milliseconds for which the oldest of those that could start has been waiting; null: none does.',
    }),
  }),
});

const QueueHealthRef = builder.objectRef<QueueHealth>('QueueHealth').implement({
  description: 'How the queue is doing right now.',
  fields: (t) => ({
    waiting: t.int({
      description: 'Jobs that could start now.',
      resolve: ({ depth }) => depth.reduce((sum, { waiting }) => sum + waiting, 0),
    }),
    waitingForRetry: t.int({
      description: 'Jobs whose next attempt may not start yet.',
      resolve: ({ depth }) => depth.reduce((sum, { waitingForRetry }) => sum + waitingForRetry, 0),
    }),
    processing: t.exposeInt('processing', { description: 'Jobs that a worker is at.' }),
    cancelling: t.exposeInt('cancelling', { description: 'Jobs whose worker was told to let go of them.' }),
    oldestWaitMs: t.float({
      nullable: true,
      description:
        'Milliseconds for which the oldest job that could start has been waiting; null: none does.',
      resolve: ({ depth }) => {
        const waits = depth.flatMap(({ oldestWaitMs }) => oldestWaitMs ?? []);
        return waits.length === 0 ? null : Math.max(...waits);
      },
    }),
    depth: t.field({
      type: [DepthRef],
      description: 'What waits, by priority: the first to start first.',
      resolve: ({ depth }) => depth,
    }),
    control: t.field({
      type: QueueControlRef,
      description: 'Whether the queue is paused.',
      resolve: ({ control }) => control,
    }),
    workers: t.field({
      type: [WorkerRef],
      description: 'The workers that are alive, and what they run.',
      resolve: ({ workers }) => workers,
    }),
    capacity: t.int({
      description: 'Jobs that the workers that are alive can run at once.',
      resolve: ({ workers }) => workers.reduce((sum, { maxConcurrent }) => sum + maxConcurrent, 0),
    }),
    listening: t.boolean({
      description:
        'Whether notifications of the database reach the process that answers; else it looks for changes every 0.5 s.',
      resolve: (_health, _args, { events }) => events.hub.isListening,
    }),
  }),
});

builder.queryField('queueHealth', (t) =>
  t.field({
    type: QueueHealthRef,
    description: 'How the queue is doing right now. For operators.',
    authScopes: { ops: true },
    resolve: async (_root, _args, { database: { pool } }) => {
      const [depth, running, workers, control] = await Promise.all([
        readQueueDepth(pool),
        countStartedJobs(pool),
        readWorkers(pool, { includeStopped: false }),
        readQueueControl(pool),
      ]);
      return { depth, ...running, workers: workers.filter(({ alive }) => alive), control };
    },
  }),
);
