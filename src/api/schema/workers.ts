import { readWorkers, type WorkerInfo } from '../../jobs/workers/sql/readWorkers.ts';
import { builder } from '../graphql/builder.ts';

export const WorkerRef = builder.objectRef<WorkerInfo>('Worker').implement({
  description: 'A worker process.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The `worker` of the attempts that it ran; no global id.' }),
    host: t.exposeString('host', { description: 'Name of its machine.' }),
    pid: t.exposeInt('pid', { description: 'Its process on that machine.' }),
    maxConcurrent: t.exposeInt('maxConcurrent', { description: 'Jobs that it runs at once.' }),
    alive: t.exposeBoolean('alive', { description: 'Whether it was heard of in the last 15 seconds.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it started.' }),
    heartbeatAt: t.expose('heartbeatAt', { type: 'DateTime', description: 'When it was last heard of.' }),
    stoppedAt: t.expose('stoppedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it stopped, or was found dead; null until then.',
    }),
    running: t.prismaField({
      type: ['JobAttempt'],
      description: 'What it runs right now, the longest-running first.',
      resolve: (query, worker, _args, { database }) =>
        database.prisma.jobAttempt.findMany({
          ...query,
          where: { workerId: worker.id, outcome: null },
          orderBy: { startedAt: 'asc' },
        }),
    }),
  }),
});

builder.queryField('workers', (t) =>
  t.field({
    type: [WorkerRef],
    description: 'Worker processes, the newest first, 100 at most. For operators.',
    authScopes: { ops: true },
    args: {
      gone: t.arg.boolean({
        defaultValue: false,
        description: 'Whether those that stopped or died in the last week are listed as well.',
      }),
    },
    resolve: (_root, { gone }, { database }) => readWorkers(database.pool, { includeStopped: gone ?? false }),
  }),
);
