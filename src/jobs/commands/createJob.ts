import { createHash } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { useCachedResult } from '../../cache/cachedResult.ts';
import { type CachedRequest, type CacheScope, cacheKeyOf, cacheOwnerOf } from '../../cache/cacheKey.ts';
import { cacheLookups } from '../../cache/lookups.ts';
import type { PlannerIdentity } from '../../cache/plannerIdentity.ts';
import { hasCachedResult } from '../../cache/sql/hasCachedResult.ts';
import { cutText } from '../../canvas/model/cutText.ts';
import { plainText } from '../../canvas/model/plainText.ts';
import { readCanvasHistory } from '../../canvas/versions/canvasHistory.ts';
import { lockOwnCanvas } from '../../canvas/versions/lockCanvas.ts';
import { readObjects } from '../../canvas/versions/objectRows.ts';
import type { CanvasJob } from '../../database/generated/prisma/client.ts';
import type { DiagramKind, JobPriority, JobType } from '../../database/generated/prisma/enums.ts';
import type { Sql } from '../../database/statement.ts';
import { inTransactionAfter } from '../../database/transaction.ts';
import {
  type FieldProblem,
  type FieldProblemCode,
  IdempotencyConflictError,
  InputValidationError,
} from '../../errors.ts';
import { notifyJobChange } from '../../events/listener/notifyChanges.ts';
import type { NewJobEvent } from '../../events/log/jobEvent.ts';
import { currentTraceParent, traced } from '../../tracing/trace.ts';
import { line } from '../../validation/line.ts';
import { problemsOf } from '../../validation/problemsOf.ts';
import { readBudgets } from '../budgets/budgets.ts';
import { enqueue } from '../queue/queueEntries.ts';
import { completeFromCache } from './completeFromCache.ts';
import { instruction } from './instruction.ts';
import { budgetsFor, enforceLimits, type JobLimits } from './jobLimits.ts';
import { fileName, isUnreadableJson, source } from './source.ts';
import { countActiveJobs } from './sql/countActiveJobs.ts';
import { countObjectsElsewhere } from './sql/countObjectsElsewhere.ts';
import { findJobByKey } from './sql/findJobByKey.ts';
import { insertCanvas } from './sql/insertCanvas.ts';
import { insertJob } from './sql/insertJob.ts';
import { lockOwner } from './sql/lockOwner.ts';

/** Ids are database ids; without a canvas, a new one is created. */
export type CreateJobInput = {
  ownerId: string;
  instruction: string;
  canvasId: string | null;
  selection: SelectedObject[];
  priority: JobPriority;
  /** Default: the planner chooses. */
  kind?: DiagramKind | null | undefined;
  idempotencyKey: string | null;
  useCache: boolean;
  /** Whether objects are laid out again, without a planner. */
  isTidying?: boolean;
  /** A diagram source that is drawn, whatever the instruction is, and the name of its file. */
  source?: string | undefined;
  fileName?: string | null | undefined;
};

export type JobSettings = JobLimits & {
  planner: PlannerIdentity;
  /** Hours for which a result may be used again. */
  cacheTtlHours: number;
  cacheScope: CacheScope;
};

/**
 * `job`: as it was created; undefined when it has changed since. `replayed`: the idempotency key was used before with
 * the same input, and this is the job of that request.
 */
export type CreatedJob = { jobId: string; job?: CanvasJob; replayed: boolean };

/** An id as the client gave it, and its database id; null when it is not the id of an object. */
type SelectedObject = { given: string; id: string | null };

const problemOfId = (given: string) => ({
  message: `${JSON.stringify(given)} is not the id of an object.`,
  params: { code: 'INVALID_ID' satisfies FieldProblemCode },
});

const maxKeyLength = 200;
const maxSelection = 2_000;

const inputSchema = z.object({
  instruction,
  source: source.optional(),
  fileName: fileName.nullish(),
  idempotencyKey: line('The key', maxKeyLength).nullable(),
  selection: z
    .array(
      z.custom<SelectedObject>().transform(({ id, given }, context) => {
        if (id !== null) return id;
        context.addIssue({ code: 'custom', ...problemOfId(given) });
        return z.NEVER;
      }),
    )
    .max(maxSelection, `More than ${maxSelection.toLocaleString('en')} objects are selected.`),
});

/**
 * Accepts a request: job, first event and queue entry are committed together. Never waits for a worker or a model.
 * @throws InputValidationError, NotFoundError (canvas), CanvasConflictError (it is in the trash), QuotaExceededError,
 * BudgetExceededError, JobsNotAcceptedError, IdempotencyConflictError
 */
export async function createJob(
  pool: pg.Pool,
  input: CreateJobInput,
  settings: JobSettings,
): Promise<CreatedJob> {
  return traced('create job', { kind: 'producer' }, async (span) => {
    const created = await accept(pool, input, settings);
    span.set({ 'collabcanvas.job.id': created.jobId, 'collabcanvas.replayed': created.replayed });
    return created;
  });
}

async function accept(pool: pg.Pool, input: CreateJobInput, settings: JobSettings): Promise<CreatedJob> {
  const checked = await validate(pool, input);
  const keyOfCreation = checked.canvasId === null && checked.useCache ? keyOf(checked, settings, null) : null;
  return inTransactionAfter(
    pool,
    (tx) => lockRequest(tx, checked, settings, keyOfCreation),
    async (tx, { earlier, owner, mayBeCached }, commitWith) => {
      if (earlier !== undefined) return { jobId: replayedJob(earlier, checked), replayed: true };
      enforceLimits(owner, settings);
      await lockCanvas(tx, checked);
      const cacheKey = keyOfCreation ?? (await keyOfChange(tx, checked, settings));
      const cached =
        cacheKey !== null && mayBeCached
          ? await useCachedResult(tx, cacheKey, { ttlHours: settings.cacheTtlHours })
          : null;
      const job = newJob(checked, settings, cacheKey);
      if (cached === null) {
        const [created] = await commitWith(() => Promise.all([insert(tx, job), enqueue(tx, job.id)]));
        return { jobId: job.id, job: created, replayed: false };
      }
      await insert(tx, job);
      await completeFromCache(tx, job, cached, settings.planner);
      cacheLookups.inc({ result: 'hit' });
      return { jobId: job.id, replayed: false };
    },
  );
}

/** Serializes the requests of a user, so that idempotency and quota hold exactly, and reads what they need. */
async function lockRequest(
  tx: Sql,
  input: CheckedInput,
  settings: JobSettings,
  keyOfCreation: string | null,
) {
  const { ownerId, idempotencyKey, source } = input;
  const limits = budgetsFor(settings, { type: typeOf(input), source });
  const [, earlier, active, budgets, mayBeCached] = await Promise.all([
    lockOwner(tx, { ownerId }),
    idempotencyKey === null ? undefined : findJobByKey(tx, { ownerId, idempotencyKey }),
    countActiveJobs(tx, { ownerId }),
    readBudgets(tx, ownerId, limits),
    keyOfCreation === null || hasCachedResult(tx, { key: keyOfCreation }),
  ]);
  return { earlier, owner: { id: ownerId, active, budgets }, mayBeCached };
}

type NewJob = ReturnType<typeof newJob>;

function newJob(input: CheckedInput, { maxRetries }: JobSettings, cacheKey: string | null) {
  return {
    ...input,
    id: uuid(),
    canvasId: input.canvasId ?? uuid(),
    isNewCanvas: input.canvasId === null,
    type: typeOf(input),
    kind: input.kind ?? null,
    source: input.source ?? null,
    fileName: input.fileName ?? null,
    maxAttempts: maxRetries + 1,
    cacheKey,
    traceParent: currentTraceParent(),
  };
}

/** Inserts the job with its first event and, if it has none yet, its canvas. */
async function insert(tx: Sql, job: NewJob): Promise<CanvasJob> {
  const canvas = { id: job.canvasId, ownerId: job.ownerId, title: provisionalTitle(job.instruction) };
  const queued: NewJobEvent = { type: 'JobQueued', payload: { retry: false } };
  const [, created] = await Promise.all([
    job.isNewCanvas && insertCanvas(tx, canvas),
    insertJob(tx, { ...job, events: JSON.stringify([queued]) }),
  ]);
  notifyJobChange(tx, { ...created, jobId: created.id });
  return created;
}

function typeOf({ canvasId, isTidying = false }: Pick<CreateJobInput, 'canvasId' | 'isTidying'>): JobType {
  if (isTidying) return 'TIDY_CANVAS';
  return canvasId === null ? 'CREATE_CANVAS' : 'MODIFY_CANVAS';
}

/** The key of a change of a canvas, which depends on the canvas as it is now. Null: no result may be used. */
async function keyOfChange(tx: Sql, input: CheckedInput, settings: JobSettings): Promise<string | null> {
  const { canvasId, selection, useCache } = input;
  if (canvasId === null || !useCache) return null;
  const objects = (await readObjects(tx, canvasId)).map(({ object }) => object);
  const history = await readCanvasHistory(tx, canvasId);
  return keyOf(input, settings, { objects, selection, history });
}

function keyOf(
  { instruction, kind = null, ownerId }: CheckedInput,
  { planner, cacheScope }: JobSettings,
  canvas: CachedRequest['canvas'],
): string {
  return cacheKeyOf({ instruction, kind, canvas, planner, ownerId: cacheOwnerOf(cacheScope, ownerId) });
}

type CheckedInput = Omit<CreateJobInput, 'selection'> & { selection: string[]; inputHash: string };

/** @throws InputValidationError that names every invalid field. */
async function validate(sql: Sql, input: CreateJobInput): Promise<CheckedInput> {
  const selection = input.selection.slice(0, maxSelection + 1);
  const { success, data, error } = inputSchema.safeParse({ ...input, selection });
  const problems = problemsOf(error);
  if (input.selection.length > 0 && input.canvasId === null) {
    const message = 'A selection needs the canvas that it is on: give canvasId.';
    problems.push({ path: ['selection'], message, code: 'REQUIRED' });
  }
  if (data?.source !== undefined && isUnreadableJson(data.source, data.fileName)) {
    const message = 'The file is not valid JSON. Correct it, or give it the ending of its language.';
    problems.push({ path: ['source'], message, code: 'INVALID' });
  }
  if (success && problems.length === 0) {
    const checked = { ...input, ...data };
    return { ...checked, inputHash: hashInput(checked) };
  }
  const ids = selection.flatMap(({ id }) => id ?? []);
  throw new InputValidationError([
    ...problems,
    ...(await findObjectsElsewhere(sql, { ...input, selection: ids })),
  ]);
}

/** Identifies the request, without its owner and its key. */
function hashInput(input: Omit<CheckedInput, 'inputHash'>): string {
  const { instruction, canvasId, selection, priority, useCache } = input;
  const parts: unknown[] = [instruction, canvasId, [...selection].sort(), priority, useCache];
  if (input.isTidying === true) parts.push('TIDY_CANVAS');
  if (input.kind) parts.push({ kind: input.kind });
  if (input.source !== undefined) parts.push({ source: input.source, fileName: input.fileName ?? null });
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** @throws IdempotencyConflictError when its request was another one. */
function replayedJob(earlier: { id: string; inputHash: string }, { inputHash }: CheckedInput): string {
  if (earlier.inputHash !== inputHash) throw new IdempotencyConflictError();
  return earlier.id;
}

/** Locks the canvas to change: a cached result is only valid for its current version. */
async function lockCanvas(tx: Sql, input: CheckedInput): Promise<void> {
  if (input.canvasId === null) return;
  await lockOwnCanvas(tx, input.canvasId, input.ownerId);
  const problems = await findObjectsElsewhere(tx, input);
  if (problems.length > 0) throw new InputValidationError(problems);
}

/** Selected objects that are not on the canvas. Reveals nothing about the canvas of another user. */
async function findObjectsElsewhere(
  sql: Sql,
  { canvasId, ownerId, selection }: Pick<CheckedInput, 'canvasId' | 'ownerId' | 'selection'>,
): Promise<FieldProblem[]> {
  if (canvasId === null || selection.length === 0) return [];
  const count = await countObjectsElsewhere(sql, { canvasId, ownerId, selection });
  if (count === 0) return [];
  const message = `${count} of the selected objects are not on this canvas.`;
  return [{ path: ['selection'], message, code: 'NOT_FOUND' }];
}

/** The title of a new canvas until a plan gives it one: the first words of the instruction. */
function provisionalTitle(text: string): string {
  const [firstLine = ''] = text.split('\n');
  return cutText(plainText(firstLine), 60);
}
