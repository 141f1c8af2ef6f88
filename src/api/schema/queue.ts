import { InputValidationError } from '../../errors.ts';
import { pauseQueue, resumeQueue } from '../../jobs/queue/queueControl.ts';
import { countStartedJobs } from '../../jobs/queue/sql/countStartedJobs.ts';
import { orderParameters } from '../../jobs/queue/sql/queueOrder.ts';
import { type QueueControl, readQueueControl } from '../../jobs/queue/sql/readQueueControl.ts';
import { type QueueDepth, readQueueDepth } from '../../jobs/queue/sql/readQueueDepth.ts';
import { readWorkers, type WorkerInfo } from '../../jobs/workers/sql/readWorkers.ts';
import { builder } from '../graphql/builder.ts';
import { viewerOf } from '../graphql/context.ts';
import { readsDatabase } from '../graphql/cost.ts';
import { resultTypes } from '../graphql/errors.ts';
import { JobPriorityEnum } from './jobs/enums.ts';
import { WorkerRef } from './workers.ts';

export const QueueControlRef = builder.objectRef<QueueControl>('QueueControl').implement({
  description: 'Whether the queue is paused.',
  fields: (t) => ({
    paused: t.boolean({
      description: 'Whether it is paused: no job starts.',
      resolve: ({ pausedAt }) => pausedAt !== null,
    }),
    pausedAt: t.expose('pausedAt', { type: 'DateTime', nullable: true, description: 'When it was paused.' }),
    pausedBy: t.prismaField({
      type: 'User',
      nullable: true,
      description: 'The operator who paused it, or who gave the reason. For operators.',
      authScopes: { ops: true },
      complexity: readsDatabase,
      resolve: (query, { pausedById }, _args, { database }) =>
        pausedById === null ? null : database.prisma.user.findUnique({ ...query, where: { id: pausedById } }),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'The reason that the operator gave.',
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

const PauseQueueInput = builder.inputType('PauseQueueInput', {
  description: 'How to pause the queue.',
  fields: (t) => ({
    reason: t.string({
      required: false,
      description:
        'Shown to users with waiting jobs; at most 500 characters. Default: none, or that of the pause.',
    }),
  }),
});

const ResumeQueueInput = builder.inputType('ResumeQueueInput', {
  description: 'How to resume the queue.',
  fields: (t) => ({
    clientMutationId: t.string({
      required: false,
      description: 'Ignored; for clients that send one with every mutation.',
    }),
  }),
});

const queueControl = { name: 'control', description: 'The queue after the change.' };

builder.mutationFields((t) => ({
  pauseQueue: t.field({
    type: QueueControlRef,
    description:
      'Pauses the queue: no job starts; running jobs continue, new ones are accepted. For operators.',
    authScopes: { ops: true },
    args: { input: t.arg({ type: PauseQueueInput, required: true, description: 'The reason.' }) },
    errors: {
      types: [InputValidationError],
      ...resultTypes('PauseQueue', 'The queue is paused.', queueControl),
    },
    resolve: (_root, { input }, context) =>
      pauseQueue(context.database.pool, viewerOf(context).id, input.reason ?? null),
  }),
  resumeQueue: t.field({
    type: QueueControlRef,
    description: 'Starts jobs again. For operators.',
    authScopes: { ops: true },
    args: { input: t.arg({ type: ResumeQueueInput, required: false, description: 'May be left out.' }) },
    errors: {
      types: [InputValidationError],
      ...resultTypes('ResumeQueue', 'The queue is running.', queueControl),
    },
    resolve: (_root, _args, { database, config }) => resumeQueue(database.pool, orderParameters(config)),
  }),
}));

type QueueHealth = {
  depth: QueueDepth[];
  processing: number;
  cancelling: number;
  workers: WorkerInfo[];
  control: QueueControl;
};

const waitingForOwnJobs = 'Jobs that wait for other jobs of their owner, who may run no more at once.';

const DepthRef = builder.objectRef<QueueDepth>('QueueDepth').implement({
  description: 'Waiting jobs of one priority.',
  fields: (t) => ({
    priority: t.field({
      type: JobPriorityEnum,
      description: 'The priority.',
      resolve: ({ priority }) => priority,
    }),
    waiting: t.exposeInt('waiting', { description: 'Jobs that could start now.' }),
    waitingDuplicates: t.exposeInt('waitingDuplicates', {
      description: 'Jobs that wait for the result of a running job: duplicate requests.',
    }),
    waitingForRetry: t.exposeInt('waitingForRetry', {
      description: 'Jobs that wait for their next attempt.',
    }),
    waitingForOwnJobs: t.exposeInt('waitingForOwnJobs', { description: waitingForOwnJobs }),
    oldestWaitMs: t.exposeFloat('oldestWaitMs', {
      nullable: true,
      description:
        'Milliseconds that the oldest job that could start now has waited; null when there is none.',
    }),
  }),
});

const QueueHealthRef = builder.objectRef<QueueHealth>('QueueHealth').implement({
  description: 'State of the queue now.',
  fields: (t) => ({
    waiting: t.int({
      description: 'Jobs that could start now.',
      resolve: ({ depth }) => depth.reduce((sum, { waiting }) => sum + waiting, 0),
    }),
    waitingDuplicates: t.int({
      description: 'Jobs that wait for the result of a running job: duplicate requests.',
      resolve: ({ depth }) => depth.reduce((sum, { waitingDuplicates }) => sum + waitingDuplicates, 0),
    }),
    waitingForRetry: t.int({
      description: 'Jobs that wait for their next attempt.',
      resolve: ({ depth }) => depth.reduce((sum, { waitingForRetry }) => sum + waitingForRetry, 0),
    }),
    waitingForOwnJobs: t.int({
      description: waitingForOwnJobs,
      resolve: ({ depth }) => depth.reduce((sum, each) => sum + each.waitingForOwnJobs, 0),
    }),
    processing: t.exposeInt('processing', { description: 'Jobs that are running.' }),
    cancelling: t.exposeInt('cancelling', { description: 'Running jobs for which a cancel was requested.' }),
    oldestWaitMs: t.float({
      nullable: true,
      description:
        'Milliseconds that the oldest job that could start now has waited; null when there is none.',
      resolve: ({ depth }) => {
        const waits = depth.flatMap(({ oldestWaitMs }) => oldestWaitMs ?? []);
        return waits.length === 0 ? null : Math.max(...waits);
      },
    }),
    depth: t.field({
      type: [DepthRef],
      description: 'Waiting jobs by priority, highest first.',
      resolve: ({ depth }) => depth,
    }),
    control: t.field({
      type: QueueControlRef,
      description: 'Whether the queue is paused.',
      resolve: ({ control }) => control,
    }),
    workers: t.field({
      type: [WorkerRef],
      description: 'The workers that are alive, with what they run.',
      resolve: ({ workers }) => workers,
    }),
    capacity: t.int({
      description: 'Jobs that the workers can run at once.',
      resolve: ({ workers }) => workers.reduce((sum, { maxConcurrent }) => sum + maxConcurrent, 0),
    }),
    listening: t.boolean({
      description:
        'Whether the API process that answers receives notifications of the database; otherwise it polls every 0.5 s.',
      resolve: (_health, _args, { events }) => events.hub.isListening,
    }),
  }),
});

builder.queryField('queueHealth', (t) =>
  t.field({
    type: QueueHealthRef,
    description: 'State of the queue now. For operators.',
    authScopes: { ops: true },
    resolve: async (_root, _args, { database: { pool }, config }) => {
      const [depth, running, workers, control] = await Promise.all([
        readQueueDepth(pool, orderParameters(config)),
        countStartedJobs(pool),
        readWorkers(pool, { includeStopped: false }),
        readQueueControl(pool),
      ]);
      return { depth, ...running, workers: workers.filter(({ alive }) => alive), control };
    },
  }),
);
