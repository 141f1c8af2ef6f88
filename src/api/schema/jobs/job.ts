import type { LeaderProgress } from '../../../jobs/queue/sql/readLeaderProgress.ts';
import { allows } from '../../../jobs/transitions.ts';
import { readableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { readsDatabase, readsMany } from '../../graphql/cost.ts';
import { encodeId } from '../../graphql/ids.ts';
import {
  DiagramKindEnum,
  JobPhaseEnum,
  JobPriorityEnum,
  JobStatusEnum,
  JobTypeEnum,
  WaitReasonEnum,
} from './enums.ts';
import { JobErrorRef, jobErrorOf } from './jobError.ts';
import { JobUsageRef, usageOf } from './jobUsage.ts';

const LeaderProgressRef = builder.objectRef<LeaderProgress>('LeaderProgress').implement({
  description: 'How far the job is that a waiting duplicate waits for.',
  fields: (t) => ({
    phase: t.field({
      type: JobPhaseEnum,
      description: 'What is being done; `QUEUED` while it waits for a retry.',
      resolve: ({ phase }) => phase,
    }),
    progress: t.exposeFloat('progress', { description: '0 to 1; never falls within an attempt.' }),
    objectCount: t.exposeInt('objectCount', { description: 'Objects added or changed so far.' }),
  }),
});

export const CanvasJobRef = builder.prismaNode('CanvasJob', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...readableBy(viewerOf(context)) }),
  fields: (t) => ({
    type: t.expose('type', { type: JobTypeEnum, description: 'What it does.' }),
    status: t.expose('status', { type: JobStatusEnum, description: 'Its state.' }),
    phase: t.expose('phase', { type: JobPhaseEnum, description: 'Its phase.' }),
    priority: t.expose('priority', {
      type: JobPriorityEnum,
      description: 'Its priority in the queue.',
    }),
    instruction: t.exposeString('instruction', { description: 'The instruction.' }),
    kind: t.expose('kind', {
      type: DiagramKindEnum,
      nullable: true,
      description: 'The kind of diagram that was asked for; null: the planner chooses.',
    }),
    canvas: t.relation('canvas', { nullable: true, description: 'Its canvas.' }),
    selection: t.idList({
      description: 'The objects that it may change; empty: all.',
      select: { selection: true },
      resolve: ({ selection }) => selection.map((id) => encodeId('CanvasObject', id)),
    }),
    progress: t.exposeFloat('progress', { description: '0 to 1; never decreases within an attempt.' }),
    attempt: t.exposeInt('attempt'),
    maxAttempts: t.exposeInt('maxAttempts'),
    attempts: t.relation('attempts', {
      description: 'The retry history, oldest first.',
      query: { orderBy: { number: 'asc' } },
    }),
    lastSequence: t.exposeInt('lastSeq'),
    queuePosition: t.int({
      nullable: true,
      description: '1 for the job that starts next; null when it is not in the queue.',
      complexity: readsMany,
      resolve: (job, _args, { queue }) => queue.position(job),
    }),
    waitReason: t.field({
      type: WaitReasonEnum,
      nullable: true,
      description: 'Why it has not started; null unless it is waiting.',
      complexity: readsDatabase,
      resolve: (job, _args, { queue }) => queue.waitReason(job),
    }),
    leaderProgress: t.field({
      type: LeaderProgressRef,
      nullable: true,
      description:
        'How far the job is whose result this one waits for; null unless it waits for a `DUPLICATE_REQUEST`.',
      complexity: readsDatabase,
      resolve: (job, _args, { queue }) => queue.leaderProgress(job),
    }),
    estimatedCompletionAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Estimated from recent jobs of the same type and planner; null when there are none.',
      complexity: readsMany,
      resolve: (job, _args, { queue }) => queue.estimatedCompletion(job),
    }),
    canRetry: t.boolean({
      description:
        'Whether `retryJob` accepts it, apart from quotas: it failed or was cancelled, has not changed its canvas, and ' +
        'the canvas is not in the trash; or it waits for its next attempt.',
      complexity: readsDatabase,
      select: {
        status: true,
        nextAttemptAt: true,
        versions: { select: { number: true }, take: 1 },
        canvas: { select: { deletedAt: true } },
      },
      resolve: ({ status, nextAttemptAt, versions, canvas }) =>
        nextAttemptAt !== null ||
        (allows(status, 'retry') && versions.length === 0 && canvas.deletedAt === null),
    }),
    nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', nullable: true }),
    error: t.field({
      type: JobErrorRef,
      nullable: true,
      description: 'Why it failed, or why its last attempt did while it waits for the next.',
      resolve: jobErrorOf,
    }),
    warnings: t.exposeStringList('warnings', {
      description: 'Parts of the request that could not be carried out, as sentences.',
    }),
    objectCount: t.exposeInt('objectCount', {
      description: 'Objects added or changed so far, or in the result, without deleted ones.',
    }),
    usage: t.field({
      type: JobUsageRef,
      nullable: true,
      description: 'Tokens and cost of all attempts; null when no model was called.',
      select: { attempts: true },
      resolve: (job) => usageOf(job.attempts),
    }),
    cacheHit: t.exposeBoolean('cacheHit', { description: 'Whether it completed from the result cache.' }),
    cacheKey: t.exposeString('cacheKey', { nullable: true }),
    planner: t.exposeString('planner', {
      nullable: true,
      description:
        '`openai` or `sketcher`; null before it starts, and for an imported diagram or a tidied canvas.',
    }),
    model: t.exposeString('model', { nullable: true, description: 'The model that was called, if any.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was accepted.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it first started.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it finished.',
    }),
    runTimeMs: t.int({
      nullable: true,
      description:
        'How long its latest attempt ran, in milliseconds; null while one runs, and before the first.',
      select: { attempts: true },
      resolve: ({ attempts }) => runTimeOf(attempts),
    }),
    createdBy: t.relation('owner', { description: 'Its owner.' }),
  }),
});

type Ran = { number: number; startedAt: Date; finishedAt: Date | null };

function runTimeOf(attempts: readonly Ran[]): number | null {
  const latest = attempts.toSorted((a, b) => a.number - b.number).at(-1);
  return latest?.finishedAt ? latest.finishedAt.getTime() - latest.startedAt.getTime() : null;
}

/**
 * Reads the job that a mutation has changed, with the fields that the client selects. If it selects only the type of
 * the outcome, the query has no columns, which Prisma refuses: then all are read.
 */
export function readChangedJob(
  query: { select?: object; include?: object },
  id: string,
  { database }: Context,
) {
  const wanted = query.select !== undefined && Object.keys(query.select).length === 0 ? {} : query;
  return database.prisma.canvasJob.findUniqueOrThrow({ ...wanted, where: { id } });
}
