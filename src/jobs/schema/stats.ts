import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { type JobStats, type Percentiles, readJobStats } from '../stats.ts';
import { JobStatusEnum } from './enums.ts';

const hourMs = 3_600_000;
const windowLengthsMs = {
  LAST_HOUR: hourMs,
  LAST_DAY: 24 * hourMs,
  LAST_WEEK: 7 * 24 * hourMs,
  LAST_MONTH: 30 * 24 * hourMs,
};

const StatsWindow = builder.enumType('StatsWindow', {
  description: 'A span of time that ends now.',
  values: {
    LAST_HOUR: { description: '60 minutes.' },
    LAST_DAY: { description: '24 hours.' },
    LAST_WEEK: { description: '7 days.' },
    LAST_MONTH: { description: '30 days.' },
  } as const,
});

const PercentilesRef = builder.objectRef<Percentiles>('DurationPercentiles').implement({
  description: 'How long something took, in milliseconds.',
  fields: (t) => ({
    p50Ms: t.exposeFloat('p50Ms', { description: 'Half of them took no longer.' }),
    p95Ms: t.exposeFloat('p95Ms', { description: '95 % took no longer.' }),
    p99Ms: t.exposeFloat('p99Ms', { description: '99 % took no longer.' }),
  }),
});

const StatusCount = builder.objectRef<JobStats['byStatus'][number]>('JobStatusCount').implement({
  description: 'How many jobs are in a state.',
  fields: (t) => ({
    status: t.field({ type: JobStatusEnum, description: 'The state.', resolve: ({ status }) => status }),
    count: t.exposeInt('count', { description: 'Jobs in it.' }),
  }),
});

const JobStatsRef = builder.objectRef<JobStats>('JobStats').implement({
  description: 'Figures of the jobs in a window of time.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Beginning of the window.' }),
    to: t.expose('to', { type: 'DateTime', description: 'End of the window: now.' }),
    byStatus: t.field({
      type: [StatusCount],
      description: 'By present state: jobs accepted in the window, and all unfinished ones.',
      resolve: ({ byStatus }) => byStatus,
    }),
    created: t.exposeInt('created', { description: 'Jobs accepted in the window.' }),
    completed: t.exposeInt('completed', { description: 'Jobs completed in the window.' }),
    failed: t.exposeInt('failed', { description: 'Jobs failed in the window.' }),
    cancelled: t.exposeInt('cancelled', { description: 'Jobs cancelled in the window.' }),
    throughputPerMinute: t.float({
      description: 'Jobs completed per minute.',
      resolve: ({ completed, from, to }) => (completed * 60_000) / (to.getTime() - from.getTime()),
    }),
    failureRate: t.float({
      nullable: true,
      description: 'Failed of those that completed or failed, 0 to 1; null when none did.',
      resolve: ({ completed, failed }) => (completed + failed === 0 ? null : failed / (completed + failed)),
    }),
    wait: t.field({
      type: PercentilesRef,
      nullable: true,
      description: 'From acceptance to first start, of jobs that ended in the window.',
      resolve: ({ wait }) => wait,
    }),
    run: t.field({
      type: PercentilesRef,
      nullable: true,
      description: 'From first start to completion, of jobs that completed in the window.',
      resolve: ({ run }) => run,
    }),
  }),
});

builder.queryField('jobStats', (t) =>
  t.field({
    type: JobStatsRef,
    description: "Figures of jobs: everyone's for operators, their own for others.",
    authScopes: { user: true },
    args: {
      window: t.arg({ type: StatsWindow, defaultValue: 'LAST_HOUR', description: 'The span of time.' }),
    },
    resolve: (_root, { window }, context) => {
      const viewer = viewerOf(context);
      const ownerId = viewer.role === 'OPS' ? null : viewer.id;
      return readJobStats(context.database.pool, ownerId, windowLengthsMs[window ?? 'LAST_HOUR']);
    },
  }),
);
