import { plannerIdentity } from '../../../cache/plannerIdentity.ts';
import {
  CanvasConflictError,
  IdempotencyConflictError,
  InputValidationError,
  JobStateError,
  NotFoundError,
  QuotaExceededError,
} from '../../../errors.ts';
import { cancelJob } from '../../../jobs/commands/cancelJob.ts';
import { type CreateJobInput, createJob, type JobSettings } from '../../../jobs/commands/createJob.ts';
import type { JobLimits } from '../../../jobs/commands/quota.ts';
import { retryJob } from '../../../jobs/commands/retryJob.ts';
import { setJobPriority } from '../../../jobs/commands/setJobPriority.ts';
import { readableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { ErrorInterface, resultTypes } from '../../graphql/errors.ts';
import { decodeId } from '../../graphql/ids.ts';
import { JobPriorityEnum, JobStatusEnum } from './enums.ts';
import { CanvasJobRef, readChangedJob } from './job.ts';

builder.objectType(QuotaExceededError, {
  name: 'QuotaExceededError',
  description: 'The viewer has reached the limit of unfinished jobs.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'Unfinished jobs that a user may have.' }),
    active: t.exposeInt('active', { description: 'Unfinished jobs that the viewer has.' }),
  }),
});

builder.objectType(IdempotencyConflictError, {
  name: 'IdempotencyConflictError',
  description: 'The idempotency key was used before, with other input.',
  interfaces: [ErrorInterface],
});

builder.objectType(JobStateError, {
  name: 'JobStateError',
  description: 'The state of the job does not allow this.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    status: t.field({
      type: JobStatusEnum,
      description: 'The state of the job.',
      resolve: (e) => e.status,
    }),
  }),
});

const CreateCanvasJobInput = builder.inputType('CreateCanvasJobInput', {
  description: 'The request.',
  fields: (t) => ({
    instruction: t.string({ required: true, description: '1 to 4,000 characters after trimming.' }),
    canvasId: t.id({ required: false, description: 'The canvas to change. Default: a new one.' }),
    selection: t.idList({
      required: false,
      description: 'The objects that may change. Default: all.',
    }),
    priority: t.field({
      type: JobPriorityEnum,
      defaultValue: 'NORMAL',
      description: 'URGENT is for operators.',
    }),
    idempotencyKey: t.string({
      required: false,
      description:
        'A text of your own, at most 200 characters. Idempotent: the same key and input return the same job.',
    }),
    useCache: t.boolean({
      defaultValue: true,
      description: 'Whether it may complete from the result cache.',
    }),
  }),
});

const CancelJobInput = builder.inputType('CancelJobInput', {
  description: 'Which job to cancel.',
  fields: (t) => ({
    jobId: t.id({ required: true, description: 'The job.' }),
    keepPartial: t.boolean({
      defaultValue: false,
      description: 'Whether to keep the objects generated so far as the result.',
    }),
  }),
});

const SetJobPriorityInput = builder.inputType('SetJobPriorityInput', {
  description: 'Which priority to set.',
  fields: (t) => ({
    jobId: t.id({ required: true, description: 'A waiting job.' }),
    priority: t.field({ type: JobPriorityEnum, required: true, description: 'URGENT is for operators.' }),
  }),
});

const RetryJobInput = builder.inputType('RetryJobInput', {
  description: 'Which job to retry.',
  fields: (t) => ({ jobId: t.id({ required: true, description: 'A failed or cancelled job.' }) }),
});

const changedJob = { name: 'job', description: 'The job after the change.' };

builder.mutationFields((t) => ({
  createCanvasJob: t.prismaField({
    type: CanvasJobRef,
    description: 'Creates a job and returns at once; follow it with `jobProgress`.',
    authScopes: { user: true },
    args: { input: t.arg({ type: CreateCanvasJobInput, required: true, description: 'The request.' }) },
    errors: {
      types: [
        InputValidationError,
        NotFoundError,
        CanvasConflictError,
        QuotaExceededError,
        IdempotencyConflictError,
      ],
      ...resultTypes('CreateCanvasJob', 'The job is created.', changedJob),
    },
    resolve: async (query, _root, { input }, context) => {
      const id = await createJob(context.database.pool, createInput(input, context), settingsOf(context));
      return readChangedJob(query, id, context);
    },
  }),
  cancelJob: t.prismaField({
    type: CanvasJobRef,
    description:
      "Cancels a job: at once when it waits, shortly after when it runs. Operators may cancel everyone's.",
    authScopes: { user: true },
    args: {
      input: t.arg({ type: CancelJobInput, required: true, description: 'Which job, and its options.' }),
    },
    errors: {
      types: [NotFoundError, JobStateError],
      ...resultTypes('CancelJob', 'The job is cancelled, or is being cancelled.', changedJob),
    },
    resolve: async (query, _root, { input }, context) => {
      const id = existingJobId(input.jobId);
      const ownerId = changeableBy(context);
      await cancelJob(context.database.pool, { jobId: id, ownerId, keepPartial: input.keepPartial ?? false });
      return readChangedJob(query, id, context);
    },
  }),
  setJobPriority: t.prismaField({
    type: CanvasJobRef,
    description: "Changes the priority of a waiting job; operators may change everyone's.",
    authScopes: { user: true },
    args: {
      input: t.arg({ type: SetJobPriorityInput, required: true, description: 'Which job, and its options.' }),
    },
    errors: {
      types: [InputValidationError, NotFoundError, JobStateError],
      ...resultTypes('SetJobPriority', 'The job has the new priority.', changedJob),
    },
    resolve: async (query, _root, { input }, context) => {
      const id = existingJobId(input.jobId);
      refuseUrgent(input.priority, context);
      const ownerId = changeableBy(context);
      await setJobPriority(context.database.pool, { jobId: id, ownerId, priority: input.priority });
      return readChangedJob(query, id, context);
    },
  }),
  retryJob: t.prismaField({
    type: CanvasJobRef,
    description: "Puts a failed or cancelled job back into the queue; operators may retry everyone's.",
    authScopes: { user: true },
    args: { input: t.arg({ type: RetryJobInput, required: true, description: 'Which job.' }) },
    errors: {
      types: [NotFoundError, JobStateError, QuotaExceededError],
      ...resultTypes('RetryJob', 'The job is in the queue again.', changedJob),
    },
    resolve: async (query, _root, { input }, context) => {
      const id = existingJobId(input.jobId);
      await retryJob(context.database.pool, { jobId: id, ownerId: changeableBy(context) }, limitsOf(context));
      return readChangedJob(query, id, context);
    },
  }),
}));

function createInput(input: typeof CreateCanvasJobInput.$inferInput, context: Context): CreateJobInput {
  const viewer = viewerOf(context);
  const priority = input.priority ?? 'NORMAL';
  refuseUrgent(priority, context);
  return {
    ownerId: viewer.id,
    instruction: input.instruction,
    canvasId: input.canvasId ? existingCanvasId(input.canvasId) : null,
    selection: (input.selection ?? []).map((given) => ({ given, id: decodeId('CanvasObject', given) })),
    priority,
    idempotencyKey: input.idempotencyKey ?? null,
    useCache: input.useCache ?? true,
  };
}

/** The owner whose jobs the viewer may change; null for operators, who may change everyone's. */
const changeableBy = (context: Context) => readableBy(viewerOf(context)).ownerId ?? null;

function refuseUrgent(priority: string, context: Context): void {
  if (priority !== 'URGENT' || viewerOf(context).role === 'OPS') return;
  const message = 'Only operators may use the priority URGENT.';
  throw new InputValidationError([{ path: ['priority'], message, code: 'NOT_ALLOWED' }]);
}

function existingCanvasId(globalId: string): string {
  const id = decodeId('Canvas', globalId);
  if (id === null) throw new NotFoundError('canvas');
  return id;
}

function existingJobId(globalId: string): string {
  const id = decodeId('CanvasJob', globalId);
  if (id === null) throw new NotFoundError('job');
  return id;
}

const limitsOf = ({ config }: Context): JobLimits => ({
  maxActivePerUser: config.MAX_ACTIVE_JOBS_PER_USER,
  maxRetries: config.MAX_JOB_RETRIES,
});

const settingsOf = (context: Context): JobSettings => ({
  ...limitsOf(context),
  planner: plannerIdentity(context.config),
  cacheTtlHours: context.config.CACHE_TTL_HOURS,
  cacheScope: context.config.CACHE_SCOPE,
});
