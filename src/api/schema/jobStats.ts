import {
  type Endings,
  type JobStats,
  readJobStats,
  type StatsBucket,
  type Usage,
} from '../../jobs/statistics/stats.ts';
import type { Percentiles } from '../../jobs/statistics/statsDurations.ts';
import { builder } from '../graphql/builder.ts';
import { viewerOf } from '../graphql/context.ts';
import { readsMany } from '../graphql/cost.ts';
import { JobStatusEnum, JobTypeEnum, StatsWindow, windowLengths } from './jobs/enums.ts';

const minuteMs = 60_000;

const PercentilesRef = builder.objectRef<Percentiles>('DurationPercentiles').implement({
  description: 'How long something took, in milliseconds, within 2.5 %.',
  fields: (t) => ({
    p50Ms: t.exposeFloat('p50Ms', { description: 'Half of them took no longer.' }),
    p95Ms: t.exposeFloat('p95Ms', { description: '95 % took no longer.' }),
    p99Ms: t.exposeFloat('p99Ms', { description: '99 % took no longer.' }),
  }),
});

const StatusCount = builder.objectRef<JobStats['byStatus'][number]>('JobStatusCount').implement({
  description: 'How many jobs are, or ended, in a state.',
  fields: (t) => ({
    status: t.field({ type: JobStatusEnum, description: 'The state.', resolve: ({ status }) => status }),
    count: t.exposeInt('count', { description: 'Jobs in it.' }),
  }),
});

const ErrorCodeCount = builder.objectRef<JobStats['byErrorCode'][number]>('JobErrorCodeCount').implement({
  description: 'How many jobs failed for a reason.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The `code` of their errors.' }),
    count: t.exposeInt('count', { description: 'Jobs that failed with it.' }),
  }),
});

const EndingsRef = builder.interfaceRef<Endings>('JobEndings').implement({
  description:
    'How many jobs ended in which way. One that is put back after its end, and ends again, has ended twice.',
  fields: (t) => ({
    completed: t.exposeInt('completed', { description: 'Jobs completed.' }),
    failed: t.exposeInt('failed', {
      description: 'Jobs given up. An attempt that another one followed is no failure, but a retry.',
    }),
    cancelled: t.exposeInt('cancelled', { description: 'Jobs cancelled.' }),
    failureRate: t.float({
      nullable: true,
      description: 'Failed of those that completed or failed, 0 to 1; null when none did.',
      resolve: ({ completed, failed }) => ratio(failed, completed + failed),
    }),
  }),
});
const interfaces = [EndingsRef];

/** Null where there is nothing to divide by. */
const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const TypeStats = builder.objectRef<JobStats['byType'][number]>('JobTypeStats').implement({
  description: 'Figures of the jobs of a type.',
  interfaces,
  fields: (t) => ({
    type: t.field({ type: JobTypeEnum, description: 'The type.', resolve: ({ type }) => type }),
    created: t.exposeInt('created', { description: 'Jobs accepted.' }),
  }),
});

const PlannerStats = builder.objectRef<JobStats['byPlanner'][number]>('JobPlannerStats').implement({
  description: 'Figures of the jobs that ended with a planner.',
  interfaces,
  fields: (t) => ({
    planner: t.exposeString('planner', {
      nullable: true,
      description: '`openai` or `sketcher`; null: they were cancelled before any was asked.',
    }),
  }),
});

const UsageRef = builder.objectRef<Usage>('JobUsageTotal').implement({
  description: "What the model's provider charges for, of the jobs that ended in the window.",
  fields: (t) => ({
    inputTokens: t.exposeFloat('inputTokens', { description: 'Tokens sent, by all attempts.' }),
    outputTokens: t.exposeFloat('outputTokens', { description: 'Tokens generated, by all attempts.' }),
    estimatedCostUsd: t.exposeFloat('estimatedCostUsd', {
      nullable: true,
      description: 'US dollars by the prices configured at the time; null when none were.',
    }),
  }),
});

const BucketRef = builder.objectRef<StatsBucket>('JobStatsBucket').implement({
  description:
    'A part of the window. Buckets begin on the clock, in UTC: the first and the last of a window are shorter. ' +
    'Together they give the figures of the window.',
  interfaces,
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Its beginning.' }),
    to: t.expose('to', { type: 'DateTime', description: 'Its end, which is the beginning of the next.' }),
    created: t.exposeInt('created', { description: 'Jobs accepted in it.' }),
    usage: t.field({
      type: UsageRef,
      description: 'Tokens and cost of the jobs that ended in it.',
      resolve: (bucket) => bucket,
    }),
  }),
});

const JobStatsRef = builder.objectRef<JobStats>('JobStats').implement({
  description:
    'Figures of a window of time. `created` is about jobs that were accepted in it; the unfinished in `byStatus` are ' +
    'those of this moment; everything else is about jobs that ended in it, whenever they were accepted. Jobs that ' +
    'were cleaned up meanwhile still count.',
  interfaces,
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Beginning of the window.' }),
    to: t.expose('to', { type: 'DateTime', description: 'End of the window: now.' }),
    created: t.exposeInt('created', { description: 'Jobs accepted in the window.' }),
    byStatus: t.field({
      type: [StatusCount],
      description:
        'All states: QUEUED, PROCESSING and CANCELLING as they are now, the others by ends in the window.',
      resolve: ({ byStatus }) => byStatus,
    }),
    byType: t.field({
      type: [TypeStats],
      description: 'By type of job; types without any are left out.',
      resolve: ({ byType }) => byType,
    }),
    byPlanner: t.field({
      type: [PlannerStats],
      description: 'By planner; planners without any are left out.',
      resolve: ({ byPlanner }) => byPlanner,
    }),
    byErrorCode: t.field({
      type: [ErrorCodeCount],
      description: 'The jobs that failed, by reason, the most frequent first.',
      resolve: ({ byErrorCode }) => byErrorCode,
    }),
    throughputPerMinute: t.float({
      description: 'Jobs completed per minute, on average over the window.',
      resolve: ({ completed, from, to }) => (completed * minuteMs) / (to.getTime() - from.getTime()),
    }),
    attemptsPerJob: t.float({
      nullable: true,
      description:
        'Attempts per job, of those with any: lost and handed-back ones, too. Null when there were none.',
      resolve: ({ attempts, tried }) => ratio(attempts, tried),
    }),
    retries: t.exposeInt('retries', { description: 'Attempts that failed and were followed by another.' }),
    retryRate: t.float({
      nullable: true,
      description: 'Jobs with a retry of those with an attempt, 0 to 1; null when there were none.',
      resolve: ({ retried, tried }) => ratio(retried, tried),
    }),
    wait: t.field({
      type: PercentilesRef,
      nullable: true,
      description:
        'From being put into the queue to the start of the first attempt, of jobs that ended in the window after any.',
      resolve: ({ wait }) => wait,
    }),
    run: t.field({
      type: PercentilesRef,
      nullable: true,
      description:
        'From the start of the first attempt to completion, waits between attempts included, of jobs that completed ' +
        'in the window after any.',
      resolve: ({ run }) => run,
    }),
    cacheHits: t.exposeInt('cacheHits', { description: 'Completed jobs that used the result of another.' }),
    cacheMisses: t.exposeInt('cacheMisses', {
      description: 'Completed jobs that would have used one, and found none.',
    }),
    cacheHitRate: t.float({
      nullable: true,
      description: 'Hits of hits and misses, 0 to 1; null when there were none.',
      resolve: ({ cacheHits, cacheMisses }) => ratio(cacheHits, cacheHits + cacheMisses),
    }),
    usage: t.field({ type: UsageRef, description: 'Tokens and cost.', resolve: ({ usage }) => usage }),
    buckets: t.field({
      type: [BucketRef],
      description: 'The window in parts, oldest first, also those without a job.',
      resolve: ({ buckets }) => buckets,
    }),
  }),
});

builder.queryField('jobStats', (t) =>
  t.field({
    type: JobStatsRef,
    description: "Figures of jobs: everyone's for operators, their own for others.",
    complexity: 10 * readsMany,
    authScopes: { user: true },
    args: {
      window: t.arg({ type: StatsWindow, defaultValue: 'LAST_HOUR', description: 'The span of time.' }),
    },
    resolve: (_root, { window }, context) => {
      const viewer = viewerOf(context);
      const ownerId = viewer.role === 'OPS' ? null : viewer.id;
      const { windowMs, bucketMs } = windowLengths[window ?? 'LAST_HOUR'];
      return readJobStats(context.database.pool, ownerId, windowMs, bucketMs);
    },
  }),
);
