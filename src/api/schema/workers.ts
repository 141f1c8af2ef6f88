import { readWorkers, type WorkerInfo } from '../../jobs/workers/sql/readWorkers.ts';
import { builder, findNodesOf } from '../graphql/builder.ts';
import { readsDatabase } from '../graphql/cost.ts';
import { encodeId } from '../graphql/ids.ts';

export const WorkerRef = builder.objectRef<WorkerInfo>('Worker').implement({
  description: 'A worker process.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: ({ id }) => encodeId('Worker', id) }),
    host: t.exposeString('host', { description: 'Host name.' }),
    pid: t.exposeInt('pid', { description: 'Process id.' }),
    maxConcurrent: t.exposeInt('maxConcurrent', { description: 'Jobs that it runs at once.' }),
    alive: t.exposeBoolean('alive', { description: 'Whether its last heartbeat is at most 15 seconds old.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it started.' }),
    heartbeatAt: t.expose('heartbeatAt', { type: 'DateTime', description: 'When it last sent a heartbeat.' }),
    stoppedAt: t.expose('stoppedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it stopped or was declared lost; null while it runs.',
    }),
    lost: t.exposeBoolean('lost', {
      description:
        'Whether it was declared lost at `stoppedAt`: it died, or sent no heartbeat; false for one that stopped in order.',
    }),
    running: t.prismaField({
      type: ['JobAttempt'],
      description: 'Attempts that it runs now, the oldest first.',
      resolve: (query, worker, _args, { database }) =>
        database.prisma.jobAttempt.findMany({
          ...query,
          where: { workerId: worker.id, outcome: null },
          orderBy: { startedAt: 'asc' },
        }),
    }),
  }),
});

findNodesOf('Worker', async (id, { viewer, workers }) => {
  const worker = viewer?.role === 'OPS' ? await workers.load(id) : null;
  return worker && { ...worker, __typename: 'Worker' };
});

builder.prismaObjectFields('JobAttempt', (t) => ({
  workerId: t.id({
    description: 'Global id of the worker that ran it.',
    resolve: ({ workerId }) => encodeId('Worker', workerId),
  }),
  errorDetail: t.exposeString('errorDetail', {
    nullable: true,
    description:
      'The messages behind `error`, one a line: what the provider sent, with the API key replaced, or an error of the ' +
      'software; null where there is none. For operators.',
    authScopes: { ops: true },
  }),
  worker: t.field({
    type: WorkerRef,
    nullable: true,
    description: 'The worker that ran it, unless its entry has been cleaned up. For operators.',
    authScopes: { ops: true },
    complexity: readsDatabase,
    resolve: ({ workerId }, _args, { workers }) => workers.load(workerId),
  }),
}));

builder.queryField('workers', (t) =>
  t.field({
    type: [WorkerRef],
    description: 'Worker processes, newest first, at most 100. For operators.',
    authScopes: { ops: true },
    args: {
      gone: t.arg.boolean({
        defaultValue: false,
        description: 'Whether to include those that stopped or were lost in the last week.',
      }),
    },
    resolve: (_root, { gone }, { database }) => readWorkers(database.pool, { includeStopped: gone ?? false }),
  }),
);
