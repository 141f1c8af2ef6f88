import { plannerIdentity } from '../../../cache/plannerIdentity.ts';
import {
  BudgetExceededError,
  CanvasConflictError,
  IdempotencyConflictError,
  InputValidationError,
  JobsNotAcceptedError,
  NotFoundError,
  QuotaExceededError,
} from '../../../errors.ts';
import {
  type CreatedJob,
  type CreateJobInput,
  createJob,
  type JobSettings,
} from '../../../jobs/commands/createJob.ts';
import { batchOptions, checkBatch, maxBatchSize, runBatch } from '../../graphql/batch.ts';
import { builder } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { resultTypes, resultUnion } from '../../graphql/errors.ts';
import { decodeId } from '../../graphql/ids.ts';
import { limitsOf, refuseUrgent } from './changeableJob.ts';
import { DiagramKindEnum, JobPriorityEnum } from './enums.ts';
import { CanvasJobRef, readChangedJob } from './job.ts';

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
    kind: t.field({
      type: DiagramKindEnum,
      description:
        'The kind of diagram to draw. A hint: the sketcher says in a warning when a text cannot be read as that kind. ' +
        'Default: the planner chooses.',
    }),
    idempotencyKey: t.string({
      required: false,
      description:
        'A text of your own, at most 200 characters. Idempotent: the same key and input return the same job, as long ' +
        'as the job exists.',
    }),
    useCache: t.boolean({
      defaultValue: true,
      description: 'Whether it may complete from the result cache.',
    }),
  }),
});

const CreateCanvasJobsInput = builder.inputType('CreateCanvasJobsInput', {
  description: 'The requests.',
  fields: (t) => ({
    jobs: t.field({
      type: [CreateCanvasJobInput],
      required: true,
      description: `1 to ${maxBatchSize} requests, accepted one after the other.`,
    }),
  }),
});

const CreateCanvasJobSuccess = builder.objectRef<CreatedJob>('CreateCanvasJobSuccess').implement({
  description: 'The job is created.',
  fields: (t) => ({
    // Not a field of Prisma's: the job is known. What else is selected is read.
    job: t.field({
      type: CanvasJobRef,
      description: 'The job.',
      resolve: ({ jobId, job }, _args, context) => job ?? readChangedJob({}, jobId, context),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether an earlier request with the same idempotency key created it.',
    }),
  }),
});

/** Why a job is not created. */
export const refusals = [
  InputValidationError,
  NotFoundError,
  CanvasConflictError,
  QuotaExceededError,
  BudgetExceededError,
  JobsNotAcceptedError,
  IdempotencyConflictError,
];

const CreateCanvasJobResult = builder.errorUnion(resultUnion('CreateCanvasJob').name, {
  description: `${resultUnion('CreateCanvasJob').description} Also of each element of \`createCanvasJobs\`.`,
  types: [CreateCanvasJobSuccess, ...refusals],
  resolveType: () => CreateCanvasJobSuccess,
});

builder.mutationFields((t) => ({
  createCanvasJob: t.field({
    type: CreateCanvasJobResult,
    description: 'Creates a job and returns at once; follow it with `jobProgress`.',
    authScopes: { user: true },
    args: { input: t.arg({ type: CreateCanvasJobInput, required: true, description: 'The request.' }) },
    resolve: (_root, { input }, context) => create(input, context),
  }),
  createCanvasJobs: t.field({
    type: [CreateCanvasJobResult],
    description:
      `Creates up to ${maxBatchSize} jobs, each in a transaction of its own: one that is refused does not affect the ` +
      'others. Counts as one mutation for each.',
    authScopes: { user: true },
    ...batchOptions<{ input: { jobs: readonly unknown[] } }>(({ input }) => input.jobs.length),
    args: { input: t.arg({ type: CreateCanvasJobsInput, required: true, description: 'The requests.' }) },
    errors: {
      types: [InputValidationError],
      ...resultTypes('CreateCanvasJobs', 'Every request has a result.', {
        name: 'results',
        description: 'What `createCanvasJob` gives for each request, in their order.',
      }),
    },
    resolve: (_root, { input: { jobs } }, context) => {
      checkBatch('jobs', jobs);
      return runBatch(jobs, refusals, (input) => create(input, context));
    },
  }),
}));

/** Accepts one request. @throws ExpectedError One of `refusals`. */
async function create(input: typeof CreateCanvasJobInput.$inferInput, context: Context): Promise<CreatedJob> {
  return acceptJob(requestOf(input, context), context);
}

/** Creates a job, and logs that. */
export async function acceptJob(request: CreateJobInput, context: Context): Promise<CreatedJob> {
  const created = await createJob(context.database.pool, request, settingsOf(context));
  const { jobId, job, replayed } = created;
  if (job !== undefined) context.jobIdentities.remember(job);
  context.log.info({ jobId, replayed }, 'a job was accepted');
  return created;
}

function requestOf(input: typeof CreateCanvasJobInput.$inferInput, context: Context): CreateJobInput {
  const priority = input.priority ?? 'NORMAL';
  refuseUrgent(priority, context);
  return {
    ownerId: viewerOf(context).id,
    instruction: input.instruction,
    canvasId: input.canvasId ? existingCanvasId(input.canvasId) : null,
    selection: (input.selection ?? []).map((given) => ({ given, id: decodeId('CanvasObject', given) })),
    priority,
    kind: input.kind ?? null,
    idempotencyKey: input.idempotencyKey ?? null,
    useCache: input.useCache ?? true,
  };
}

/** @throws NotFoundError when it is not the id of a canvas. */
export function existingCanvasId(globalId: string): string {
  const id = decodeId('Canvas', globalId);
  if (id === null) throw new NotFoundError('canvas');
  return id;
}

function settingsOf(context: Context): JobSettings {
  return {
    ...limitsOf(context),
    planner: plannerIdentity(context.config),
    cacheTtlHours: context.config.CACHE_TTL_HOURS,
    cacheScope: context.config.CACHE_SCOPE,
  };
}
