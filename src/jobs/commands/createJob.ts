import { createHash } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { useCachedResult } from '../../cache/cachedResult.ts';
import { cacheKeyOf } from '../../cache/cacheKey.ts';
import { type CacheScope, cacheOwnerOf } from '../../cache/cacheScope.ts';
import type { PlannerIdentity } from '../../cache/plannerIdentity.ts';
import { cutText } from '../../canvas/model/cutText.ts';
import { plainText } from '../../canvas/model/plainText.ts';
import { lockOwnCanvas } from '../../canvas/versions/lockCanvas.ts';
import { readObjects } from '../../canvas/versions/objectRows.ts';
import { inTransaction, onlyRow, type Sql } from '../../database/connection.ts';
import type { JobPriority } from '../../database/generated/prisma/enums.ts';
import {
  type FieldProblem,
  type FieldProblemCode,
  IdempotencyConflictError,
  InputValidationError,
} from '../../errors.ts';
import { appendEvents } from '../../events/log/appendEvents.ts';
import { line } from '../../validation/line.ts';
import { problemsOf } from '../../validation/problemsOf.ts';
import { enqueue } from '../queue/queueEntries.ts';
import { answerFromCache } from './answerFromCache.ts';
import { instruction } from './instruction.ts';
import { lockOwner, refuseBeyondQuota } from './quota.ts';

/** What a job is created from. Ids are database ids; `null` canvas means a new one. */
export type CreateJobInput = {
  ownerId: string;
  instruction: string;
  canvasId: string | null;
  selection: SelectedObject[];
  priority: JobPriority;
  idempotencyKey: string | null;
  useCache: boolean;
};

export type JobLimits = { maxActivePerUser: number; maxRetries: number };

/** What a new job is accepted under. */
export type JobSettings = JobLimits & {
  planner: PlannerIdentity;
  /** Hours for which a result may be used again. */
  cacheTtlHours: number;
  cacheScope: CacheScope;
};

/** An id as the client gave it, and the database id that it stands for; null when it is none of an object. */
type SelectedObject = { given: string; id: string | null };

const problemOfId = (given: string) => ({
  message: `${JSON.stringify(given)} is not the id of an object.`,
  params: { code: 'INVALID_ID' satisfies FieldProblemCode },
});

const maxKeyLength = 200;
const maxSelection = 2_000;

const schema = z.object({
  instruction,
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
 * Accepts a request: job, first event and wake-up are committed together, or nothing is.
 * Never waits for a worker or a model.
 * @returns Id of the job; of the earlier one when the idempotency key was used before with the same input.
 * @throws InputValidationError, NotFoundError (canvas), CanvasConflictError (it is in the trash), QuotaExceededError, IdempotencyConflictError
 */
export async function createJob(
  pool: pg.Pool,
  input: CreateJobInput,
  settings: JobSettings,
): Promise<string> {
  const checked = await validate(pool, input);
  return inTransaction(pool, async (tx) => {
    // Serialises one user's creates: quota and idempotency hold exactly, also among concurrent requests.
    await lockOwner(tx, input.ownerId);
    const earlier = await findByKey(tx, checked);
    if (earlier !== undefined) return earlier;
    await refuseBeyondQuota(tx, input.ownerId, settings.maxActivePerUser);
    const canvasId = await canvasFor(tx, checked);
    const cacheKey = await cacheKeyFor(tx, checked, settings);
    const jobId = await insertJob(tx, checked, { canvasId, cacheKey, maxAttempts: settings.maxRetries + 1 });
    await appendEvents(tx, jobId, [{ type: 'JobQueued', payload: { retry: false } }]);
    const cached = cacheKey === null ? null : await useCachedResult(tx, cacheKey, settings.cacheTtlHours);
    if (cached === null) await enqueue(tx, jobId);
    else await answerFromCache(tx, { id: jobId, canvasId }, cached, settings.planner);
    return jobId;
  });
}

async function cacheKeyFor(
  tx: pg.PoolClient,
  input: CheckedInput,
  { planner, cacheScope }: JobSettings,
): Promise<string | null> {
  const { instruction, canvasId, selection, useCache } = input;
  if (!useCache) return null;
  const ownerId = cacheOwnerOf(cacheScope, input.ownerId);
  if (canvasId === null) return cacheKeyOf({ instruction, canvas: null, planner, ownerId });
  const objects = (await readObjects(tx, canvasId)).map(({ object }) => object);
  return cacheKeyOf({ instruction, canvas: { objects, selection }, planner, ownerId });
}

type CheckedInput = Omit<CreateJobInput, 'selection'> & { selection: string[]; inputHash: string };

/** @throws InputValidationError that names every field that is wrong. */
async function validate(sql: Sql, input: CreateJobInput): Promise<CheckedInput> {
  const selection = input.selection.slice(0, maxSelection + 1);
  const { success, data, error } = schema.safeParse({ ...input, selection });
  const problems = problemsOf(error);
  if (input.selection.length > 0 && input.canvasId === null) {
    const message = 'A selection needs the canvas that it is on: give canvasId.';
    problems.push({ path: ['selection'], message, code: 'REQUIRED' });
  }
  if (success && problems.length === 0) {
    const checked = { ...input, ...data };
    return { ...checked, inputHash: hashOf(checked) };
  }
  const ids = selection.flatMap(({ id }) => id ?? []);
  throw new InputValidationError([
    ...problems,
    ...(await foreignSelection(sql, { ...input, selection: ids })),
  ]);
}

/** Identifies what was asked for, without who asked and under which key. */
function hashOf(input: Omit<CheckedInput, 'inputHash'>): string {
  const { instruction, canvasId, selection, priority, useCache } = input;
  const parts = [instruction, canvasId, [...selection].sort(), priority, useCache];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

async function findByKey(tx: pg.PoolClient, input: CheckedInput): Promise<string | undefined> {
  if (input.idempotencyKey === null) return undefined;
  const { rows } = await tx.query<{ id: string; input_hash: string }>(
    'SELECT id, input_hash FROM canvas_job WHERE owner_id = $1 AND idempotency_key = $2',
    [input.ownerId, input.idempotencyKey],
  );
  const [earlier] = rows;
  if (earlier !== undefined && earlier.input_hash !== input.inputHash) throw new IdempotencyConflictError();
  return earlier?.id;
}

async function canvasFor(tx: pg.PoolClient, input: CheckedInput): Promise<string> {
  if (input.canvasId === null) return insertCanvas(tx, input);
  // Lock the canvas: a cached result is only valid for its current version.
  await lockOwnCanvas(tx, input.canvasId, input.ownerId);
  const problems = await foreignSelection(tx, input);
  if (problems.length > 0) throw new InputValidationError(problems);
  return input.canvasId;
}

/** What is selected and not on the canvas. Of a canvas of somebody else, or of none, nothing is said. */
async function foreignSelection(
  sql: Sql,
  { canvasId, ownerId, selection }: Pick<CheckedInput, 'canvasId' | 'ownerId' | 'selection'>,
): Promise<FieldProblem[]> {
  if (canvasId === null || selection.length === 0) return [];
  const { rows } = await sql.query(
    `SELECT FROM canvas, unnest($1::uuid[]) AS selected (id)
     WHERE canvas.id = $2 AND canvas.owner_id = $3
       AND NOT EXISTS (SELECT 1 FROM canvas_object o WHERE o.id = selected.id AND o.canvas_id = canvas.id)`,
    [selection, canvasId, ownerId],
  );
  if (rows.length === 0) return [];
  const message = `${rows.length} of the selected objects are not on this canvas.`;
  return [{ path: ['selection'], message, code: 'NOT_FOUND' }];
}

/** A new canvas goes by the first words of its instruction until a plan gives it a title. */
async function insertCanvas(tx: pg.PoolClient, input: CheckedInput): Promise<string> {
  const id = uuid();
  await tx.query('INSERT INTO canvas (id, owner_id, title) VALUES ($1, $2, $3)', [
    id,
    input.ownerId,
    provisionalTitle(input.instruction),
  ]);
  return id;
}

function provisionalTitle(text: string): string {
  const [firstLine = ''] = text.split('\n');
  return cutText(plainText(firstLine), 60);
}

type NewJob = { canvasId: string; cacheKey: string | null; maxAttempts: number };

async function insertJob(tx: pg.PoolClient, input: CheckedInput, job: NewJob): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO canvas_job (id, owner_id, canvas_id, type, priority, instruction, selection, use_cache,
                             idempotency_key, input_hash, max_attempts, cache_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      uuid(),
      input.ownerId,
      job.canvasId,
      input.canvasId === null ? 'CREATE_CANVAS' : 'MODIFY_CANVAS',
      input.priority,
      input.instruction,
      input.selection,
      input.useCache,
      input.idempotencyKey,
      input.inputHash,
      job.maxAttempts,
      job.cacheKey,
    ],
  );
  return onlyRow(rows).id;
}
