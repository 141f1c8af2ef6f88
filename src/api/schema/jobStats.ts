import {
  type FinishedCounts,
  type JobStats,
  type Percentiles,
  readJobStats,
  type StatsBucket,
  type Usage,
} from '../../jobs/statistics/readJobStats.ts';
import { builder } from '../graphql/builder.ts';
import { viewerOf } from '../graphql/context.ts';
import { readsMany } from '../graphql/cost.ts';
import { JobErrorCodeEnum, JobStatusEnum, JobTypeEnum, StatsWindow, windowLengths } from './jobs/enums.ts';

const minuteMs = 60_000;

const PercentilesRef = builder.objectRef<Percentiles>('DurationPercentiles').implement({
  description: 'Percentiles of a duration in milliseconds, with an error of at most 2.5 %.',
  fields: (t) => ({
    p50Ms: t.exposeFloat('p50Ms', { description: 'Median.' }),
    p95Ms: t.exposeFloat('p95Ms', { description: '95th percentile.' }),
    p99Ms: t.exposeFloat('p99Ms', { description: '99th percentile.' }),
  }),
});

const StatusCount = builder.objectRef<JobStats['byStatus'][number]>('JobStatusCount').implement({
  description: 'Number of jobs in a state.',
  fields: (t) => ({
    status: t.field({ type: JobStatusEnum, description: 'The state.', resolve: ({ status }) => status }),
    count: t.exposeInt('count', { description: 'Jobs.' }),
  }),
});

const ErrorCodeCount = builder.objectRef<JobStats['byErrorCode'][number]>('JobErrorCodeCount').implement({
  description: 'Number of jobs that failed with an error code.',
  fields: (t) => ({
    code: t.expose('code', { type: JobErrorCodeEnum, description: 'The error code.' }),
    count: t.exposeInt('count', { description: 'Jobs.' }),
  }),
});

const FinishedCountsRef = builder.interfaceRef<FinishedCounts>('FinishedJobCounts').implement({
  description: 'Finished jobs by outcome. A job that is retried and finishes again counts twice.',
  fields: (t) => ({
    completed: t.exposeInt('completed', { description: 'Jobs completed.' }),
    failed: t.exposeInt('failed', {
      description: 'Jobs failed. An attempt that is followed by another one counts as a retry instead.',
    }),
    cancelled: t.exposeInt('cancelled', { description: 'Jobs cancelled.' }),
    failureRate: t.float({
      nullable: true,
      description: 'Share of failed among failed and completed jobs, 0 to 1; null when there are none.',
      resolve: ({ completed, failed }) => ratio(failed, completed + failed),
    }),
  }),
});
const interfaces = [FinishedCountsRef];

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const TypeStats = builder.objectRef<JobStats['byType'][number]>('JobTypeStats').implement({
  description: 'Statistics of a type of job.',
  interfaces,
  fields: (t) => ({
    type: t.field({ type: JobTypeEnum, description: 'The type.', resolve: ({ type }) => type }),
    created: t.exposeInt('created', { description: 'Jobs created.' }),
  }),
});

const PlannerStats = builder.objectRef<JobStats['byPlanner'][number]>('JobPlannerStats').implement({
  description: 'Statistics of the jobs that finished with a planner, or without one.',
  interfaces,
  fields: (t) => ({
    planner: t.exposeString('planner', {
      nullable: true,
      description: '`openai` or `sketcher`; null for jobs without one, or cancelled before they started.',
    }),
  }),
});

const UsageRef = builder.objectRef<Usage>('JobUsageTotal').implement({
  description: 'Tokens and cost of the jobs that finished in the window.',
  fields: (t) => ({
    inputTokens: t.exposeFloat('inputTokens', { description: 'Input tokens of all attempts.' }),
    outputTokens: t.exposeFloat('outputTokens', { description: 'Output tokens of all attempts.' }),
    estimatedCostUsd: t.exposeFloat('estimatedCostUsd', {
      nullable: true,
      description: 'US dollars at the prices configured at the time; null when there were none.',
    }),
  }),
});

const BucketRef = builder.objectRef<StatsBucket>('JobStatsBucket').implement({
  description:
    'A part of the window. Buckets are aligned to the clock in UTC, so the first and the last one are shorter. ' +
    'They add up to the figures of the window.',
  interfaces,
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Start.' }),
    to: t.expose('to', { type: 'DateTime', description: 'End (exclusive).' }),
    created: t.exposeInt('created', { description: 'Jobs created in it.' }),
    retries: t.exposeInt('retries', {
      description:
        'Retries of the jobs that finished in it: failed attempts that were followed by another one.',
    }),
    retryRate: t.float({
      nullable: true,
      description:
        'Share of jobs with a retry among those attempted that finished in it, 0 to 1; null when there are none.',
      resolve: ({ retried, tried }) => ratio(retried, tried),
    }),
    wait: t.expose('wait', {
      type: PercentilesRef,
      nullable: true,
      description: 'As `wait` of the window, of the jobs that finished in it; null when there are none.',
    }),
    run: t.expose('run', {
      type: PercentilesRef,
      nullable: true,
      description: 'As `run` of the window, of the jobs that completed in it; null when there are none.',
    }),
    usage: t.field({
      type: UsageRef,
      description: 'Tokens and cost of the jobs that finished in it.',
      resolve: (bucket) => bucket,
    }),
  }),
});

const JobStatsRef = builder.objectRef<JobStats>('JobStats').implement({
  description:
    'Statistics of a time window. `created` counts jobs created in it; the unfinished states in `byStatus` are those ' +
    'of now; everything else is about jobs that finished in the window. Jobs that were cleaned up since still count.',
  interfaces,
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Start of the window.' }),
    to: t.expose('to', { type: 'DateTime', description: 'End of the window: now.' }),
    created: t.exposeInt('created', { description: 'Jobs created in the window.' }),
    byStatus: t.field({
      type: [StatusCount],
      description:
        'All states: QUEUED, PROCESSING and CANCELLING now, the others by jobs that finished in the window.',
      resolve: ({ byStatus }) => byStatus,
    }),
    byType: t.field({
      type: [TypeStats],
      description: 'By type of job; types without jobs are left out.',
      resolve: ({ byType }) => byType,
    }),
    byPlanner: t.field({
      type: [PlannerStats],
      description: 'By planner; planners without jobs are left out.',
      resolve: ({ byPlanner }) => byPlanner,
    }),
    byErrorCode: t.field({
      type: [ErrorCodeCount],
      description: 'Failed jobs by error code, most frequent first.',
      resolve: ({ byErrorCode }) => byErrorCode,
    }),
    throughputPerMinute: t.float({
      description: 'Average of completed jobs per minute.',
      resolve: ({ completed, from, to }) => (completed * minuteMs) / (to.getTime() - from.getTime()),
    }),
    attemptsPerJob: t.float({
      nullable: true,
      description:
        'Attempts per job that was attempted, including lost and released attempts; null when there are none.',
      resolve: ({ attempts, tried }) => ratio(attempts, tried),
    }),
    retries: t.exposeInt('retries', { description: 'Failed attempts that were followed by another one.' }),
    retryRate: t.float({
      nullable: true,
      description: 'Share of jobs with a retry among those attempted, 0 to 1; null when there are none.',
      resolve: ({ retried, tried }) => ratio(retried, tried),
    }),
    wait: t.field({
      type: PercentilesRef,
      nullable: true,
      description:
        'Time from being queued to the start of the first attempt, of jobs that finished after an attempt.',
      resolve: ({ wait }) => wait,
    }),
    run: t.field({
      type: PercentilesRef,
      nullable: true,
      description:
        'Time from the start of the first attempt to completion, including waits between attempts, of completed jobs.',
      resolve: ({ run }) => run,
    }),
    cacheHits: t.exposeInt('cacheHits', { description: 'Completed jobs that used a cached result.' }),
    cacheMisses: t.exposeInt('cacheMisses', {
      description: 'Completed jobs that found no cached result.',
    }),
    cacheHitRate: t.float({
      nullable: true,
      description: 'Share of hits, 0 to 1; null when there are neither hits nor misses.',
      resolve: ({ cacheHits, cacheMisses }) => ratio(cacheHits, cacheHits + cacheMisses),
    }),
    usage: t.field({ type: UsageRef, description: 'Tokens and cost.', resolve: ({ usage }) => usage }),
    buckets: t.field({
      type: [BucketRef],
      description: 'The window in buckets, oldest first, including empty ones.',
      resolve: ({ buckets }) => buckets,
    }),
  }),
});

builder.queryField('jobStats', (t) =>
  t.field({
    type: JobStatsRef,
    description: "Statistics of the viewer's jobs; for operators, of everyone's.",
    complexity: 10 * readsMany,
    authScopes: { user: true },
    args: {
      window: t.arg({ type: StatsWindow, defaultValue: 'LAST_HOUR', description: 'The time window.' }),
    },
    resolve: (_root, { window }, context) => {
      const viewer = viewerOf(context);
      const ownerId = viewer.role === 'OPS' ? null : viewer.id;
      const { windowMs, bucketMs } = windowLengths[window ?? 'LAST_HOUR'];
      const read = ownerId === null ? context.reads.recent : context.reads.own;
      return read(({ pool }) => readJobStats(pool, ownerId, windowMs, bucketMs));
    },
  }),
);
