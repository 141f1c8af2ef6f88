import { jobErrorCodes } from '../../jobs/jobErrorCode.ts';
import { type FailureGroup, readFailureGroups } from '../../jobs/statistics/sql/readFailureGroups.ts';
import { builder } from '../graphql/builder.ts';
import { viewerOf } from '../graphql/context.ts';
import { readsDatabase, readsMany } from '../graphql/cost.ts';
import { JobErrorCodeEnum, StatsWindow, windowLengths } from './jobs/enums.ts';
import { CanvasJobRef } from './jobs/job.ts';

const FailureGroupRef = builder.objectRef<FailureGroup>('JobFailureGroup').implement({
  description: 'Failed jobs with the same error code.',
  fields: (t) => ({
    code: t.expose('code', { type: JobErrorCodeEnum, description: 'The error code.' }),
    count: t.exposeInt('count', { description: 'Jobs.' }),
    lastFailedAt: t.expose('lastFailedAt', { type: 'DateTime', description: 'When the last one failed.' }),
    latestJob: t.prismaField({
      type: CanvasJobRef,
      nullable: true,
      description: 'The job that failed last; null if it was removed just now.',
      complexity: readsDatabase,
      resolve: (query, { latestJobId }, _args, { database }) =>
        database.prisma.canvasJob.findUnique({ ...query, where: { id: latestJobId } }),
    }),
  }),
});

builder.queryField('failureGroups', (t) =>
  t.field({
    type: [FailureGroupRef],
    description:
      "The viewer's jobs that failed within a time window and were not retried since, by error code, most frequent " +
      "first; for operators, everyone's.",
    complexity: readsMany,
    authScopes: { user: true },
    args: {
      window: t.arg({ type: StatsWindow, defaultValue: 'LAST_HOUR', description: 'The time window.' }),
    },
    resolve: (_root, { window }, context) => {
      const viewer = viewerOf(context);
      const ownerId = viewer.role === 'OPS' ? null : viewer.id;
      const { windowMs } = windowLengths[window ?? 'LAST_HOUR'];
      // Who retries the jobs of a group looks at once whether it is gone.
      const read = ownerId === null ? context.reads.current : context.reads.own;
      return read(({ pool }) => readFailureGroups(pool, { ownerId, windowMs, knownCodes: jobErrorCodes }));
    },
  }),
);
