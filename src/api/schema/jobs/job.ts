import type { JobError } from '../../../events/log/jobEvent.ts';
import { allows } from '../../../jobs/transitions.ts';
import { readableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { readsDatabase, readsMany } from '../../graphql/cost.ts';
import {
  AttemptOutcomeEnum,
  JobPhaseEnum,
  JobPriorityEnum,
  JobStatusEnum,
  JobTypeEnum,
  WaitReasonEnum,
} from './enums.ts';

export const JobErrorRef = builder.objectRef<JobError>('JobError').implement({
  description: 'What went wrong with an attempt or a job.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'For programs, in capitals: PROVIDER_RATE_LIMITED. See docs/api.md.',
    }),
    message: t.exposeString('message', { description: 'For a person.' }),
    retryable: t.exposeBoolean('retryable', { description: 'Whether trying again may help.' }),
  }),
});

type ErrorColumns = { errorCode: string | null; errorMessage: string | null; errorRetryable: boolean | null };

/** The error that a row of a job or an attempt holds, if any. */
export function jobErrorOf({ errorCode, errorMessage, errorRetryable }: ErrorColumns): JobError | null {
  if (errorCode === null || errorMessage === null || errorRetryable === null) return null;
  return { code: errorCode, message: errorMessage, retryable: errorRetryable };
}

export type JobUsage = {
  inputTokens: number;
  outputTokens: number;
  estimatedCostUsd: number | null;
  estimated: boolean;
};

export const JobUsageRef = builder.objectRef<JobUsage>('JobUsage').implement({
  description: "What the model's provider charges for.",
  fields: (t) => ({
    inputTokens: t.exposeInt('inputTokens', { description: 'Tokens sent.' }),
    outputTokens: t.exposeInt('outputTokens', { description: 'Tokens generated.' }),
    estimatedCostUsd: t.exposeFloat('estimatedCostUsd', {
      nullable: true,
      description: 'US dollars by the configured prices; null when none are configured.',
    }),
    estimated: t.exposeBoolean('estimated', {
      description: 'Whether the tokens are an estimate, because a stream was cut short.',
    }),
  }),
});

type UsageColumns = {
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  usageEstimated: boolean;
};

/** What attempts used together; null when none of them asked a model. */
export function usageOf(attempts: readonly UsageColumns[]): JobUsage | null {
  const counted = attempts.filter((attempt) => attempt.inputTokens !== null || attempt.outputTokens !== null);
  if (counted.length === 0) return null;
  const sum = (amount: (attempt: UsageColumns) => number | null) =>
    counted.reduce((total, attempt) => total + (amount(attempt) ?? 0), 0);
  return {
    inputTokens: sum((attempt) => attempt.inputTokens),
    outputTokens: sum((attempt) => attempt.outputTokens),
    estimatedCostUsd: counted.every((attempt) => attempt.costUsd === null)
      ? null
      : sum((attempt) => attempt.costUsd),
    estimated: counted.some((attempt) => attempt.usageEstimated),
  };
}

builder.prismaObject('JobAttempt', {
  fields: (t) => ({
    job: t.relation('job', { description: 'The job that it is a try at.' }),
    number: t.exposeInt('number', { description: 'From 1, without gaps.' }),
    worker: t.exposeID('workerId', { description: 'The worker process that ran it: `id` of a `Worker`.' }),
    outcome: t.expose('outcome', { type: AttemptOutcomeEnum, nullable: true }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null while it runs.',
    }),
    planner: t.exposeString('planner', { nullable: true, description: '`openai` or `sketcher`.' }),
    model: t.exposeString('model', { nullable: true, description: 'The model that was asked, if any.' }),
    retryDelayMs: t.exposeInt('retryDelayMs', { nullable: true }),
    error: t.field({
      type: JobErrorRef,
      nullable: true,
      description: 'Why it failed.',
      resolve: jobErrorOf,
    }),
    usage: t.field({
      type: JobUsageRef,
      nullable: true,
      description: 'What it cost; null when no model was asked.',
      resolve: (attempt) => usageOf([attempt]),
    }),
  }),
});

export const CanvasJobRef = builder.prismaNode('CanvasJob', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...readableBy(viewerOf(context)) }),
  fields: (t) => ({
    type: t.expose('type', { type: JobTypeEnum, description: 'How it was asked for.' }),
    status: t.expose('status', { type: JobStatusEnum, description: 'The state that it is in.' }),
    phase: t.expose('phase', { type: JobPhaseEnum, description: 'What is being done for it.' }),
    priority: t.expose('priority', {
      type: JobPriorityEnum,
      description: 'When it starts, compared to others.',
    }),
    instruction: t.exposeString('instruction', { description: 'What was asked for.' }),
    canvas: t.relation('canvas', { nullable: true, description: 'The canvas that it draws on.' }),
    progress: t.exposeFloat('progress', { description: '0 to 1; never falls within an attempt.' }),
    attempt: t.exposeInt('attempt'),
    maxAttempts: t.exposeInt('maxAttempts'),
    attempts: t.relation('attempts', {
      description: 'The retry history, oldest first.',
      query: { orderBy: { number: 'asc' } },
    }),
    lastSequence: t.exposeInt('lastSeq'),
    queuePosition: t.int({
      nullable: true,
      description: '1 for the job that starts next; null when it is not waiting for its turn.',
      complexity: readsMany,
      resolve: (job, _args, { queue }) => queue.position(job),
    }),
    waitReason: t.field({
      type: WaitReasonEnum,
      nullable: true,
      description: 'Why it has not started; null when it is not waiting.',
      complexity: readsDatabase,
      resolve: (job, _args, { queue }) => queue.waitReason(job),
    }),
    estimatedCompletionAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'By recent jobs of the same kind and planner; null when there is nothing to go by.',
      complexity: readsMany,
      resolve: (job, _args, { queue }) => queue.estimatedCompletion(job),
    }),
    canRetry: t.boolean({
      description:
        'Whether `retryJob` accepts it, apart from quotas: it has failed or was cancelled, has put nothing on its canvas, and that is not deleted.',
      complexity: readsDatabase,
      select: {
        status: true,
        versions: { select: { number: true }, take: 1 },
        canvas: { select: { deletedAt: true } },
      },
      resolve: ({ status, versions, canvas }) =>
        allows(status, 'retry') && versions.length === 0 && canvas.deletedAt === null,
    }),
    nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', nullable: true }),
    error: t.field({
      type: JobErrorRef,
      nullable: true,
      description: 'Why it failed, or why it waits for another attempt.',
      resolve: jobErrorOf,
    }),
    warnings: t.exposeStringList('warnings', { description: 'What could not be done as asked.' }),
    objectCount: t.exposeInt('objectCount', { description: 'Objects generated so far, or in the result.' }),
    usage: t.field({
      type: JobUsageRef,
      nullable: true,
      description: 'Tokens and cost of all attempts; null when no model was asked.',
      select: { attempts: true },
      resolve: (job) => usageOf(job.attempts),
    }),
    cacheHit: t.exposeBoolean('cacheHit', { description: 'Whether the result of another job was used.' }),
    cacheKey: t.exposeString('cacheKey', { nullable: true }),
    planner: t.exposeString('planner', {
      nullable: true,
      description: '`openai` or `sketcher`; null before it starts.',
    }),
    model: t.exposeString('model', { nullable: true, description: 'The model that was asked, if any.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was accepted.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it first started.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was over.',
    }),
    createdBy: t.relation('owner', { description: 'Who asked for it.' }),
  }),
});

/**
 * The job that a mutation has changed, with what the client selects of it. A client that selects nothing but
 * the outcome's type leaves the query without columns, which Prisma refuses.
 */
export function readChangedJob(
  query: { select?: object; include?: object },
  id: string,
  { database }: Context,
) {
  const wanted = query.select !== undefined && Object.keys(query.select).length === 0 ? {} : query;
  return database.prisma.canvasJob.findUniqueOrThrow({ ...wanted, where: { id } });
}
