import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Shape } from '../../../src/canvas/model/object.ts';
import { commitJobVersion } from '../../../src/canvas/versions/commitVersion.ts';
import type { Sql } from '../../../src/database/statement.ts';
import { inTransaction } from '../../../src/database/transaction.ts';
import { appendAttemptEvents } from '../../../src/events/log/appendEvents.ts';
import {
  cancelAttempt,
  completeAttempt,
  failAttempt,
  lockCompletable,
  releaseAttempt,
  scheduleRetry,
} from '../../../src/jobs/attempts/endAttempt.ts';
import { startNextAttempt } from '../../../src/jobs/attempts/startNextAttempt.ts';
import { cancelJob } from '../../../src/jobs/commands/cancelJob.ts';
import { createJob } from '../../../src/jobs/commands/createJob.ts';
import { retryJob } from '../../../src/jobs/commands/retryJob.ts';
import type { AttemptId } from '../../../src/jobs/job.ts';
import { recordLostAttempts } from '../../../src/jobs/recovery/recoverJobs.ts';

/** What the lifecycle of jobs offers, as commands on a database: for tests without a worker. */

export const limits = { maxActivePerUser: 3, maxRetries: 1 };
export const workerIds = [uuid(), uuid()];
const planner = { name: 'sketcher', model: null, version: '1' } as const;
const levels = { LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 };

/** The ways in which an attempt ends, by the name of the transition. */
export type Ending = 'complete' | 'scheduleRetry' | 'fail' | 'release' | 'finishCancel';
export type EndingOptions = { delayMs: number; keep: boolean };

const error = { code: 'PROVIDER_UNAVAILABLE', message: 'In trouble.', retryable: true };
const usage = { inputTokens: 1, outputTokens: 1, estimated: false, costUsd: null };

const endings: Record<Ending, (tx: Sql, id: AttemptId, options: EndingOptions) => Promise<boolean>> = {
  complete: async (tx, id) => {
    if (!(await lockCompletable(tx, id))) return false;
    const canvasVersion = await commitOne(tx, id.jobId);
    const result = { canvasVersion, objectCount: 1, warnings: [], usage, saved: null, events: [] };
    await completeAttempt(tx, id, result);
    return true;
  },
  scheduleRetry: (tx, id, { delayMs }) => scheduleRetry(tx, id, { error, detail: null, delayMs, usage }),
  fail: (tx, id) => failAttempt(tx, id, { error, detail: null, usage }),
  release: (tx, id) => releaseAttempt(tx, id, 'HANDED_BACK', usage),
  finishCancel: (tx, id, { keep }) =>
    cancelAttempt(tx, id, { objectCount: 1, usage }, keep ? () => commitOne(tx, id.jobId) : null),
};

/** Ends an attempt. @returns Whether that was accepted. */
export function endAttempt(pool: pg.Pool, ending: Ending, id: AttemptId, options: EndingOptions) {
  return inTransaction(pool, (tx) => endings[ending](tx, id, options));
}

async function commitOne(tx: Sql, jobId: string): Promise<number> {
  const { rows } = await tx.query<{ canvas_id: string }>('SELECT canvas_id FROM canvas_job WHERE id = $1', [
    jobId,
  ]);
  const changes = { added: [shape()], updated: [], deleted: [] };
  return commitJobVersion(tx, { canvasId: rows[0]?.canvas_id ?? '', jobId, title: 'One shape', changes });
}

const shape = (): Shape => ({
  id: uuid(),
  kind: 'SHAPE',
  zIndex: 0,
  parentId: null,
  shape: 'RECTANGLE',
  ...{ x: 0, y: 0, width: 100, height: 50 },
  text: 'A',
  lines: ['A'],
  fontSize: 16,
  color: 'neutral',
});

export async function createUser(sql: Sql): Promise<string> {
  const id = uuid();
  await sql.query('INSERT INTO app_user (id, subject, name) VALUES ($1, $2, $3)', [id, id, 'Someone']);
  return id;
}

/** @param idempotencyKey Null: a job of its own in any case. */
export async function create(pool: pg.Pool, ownerId: string, idempotencyKey: string | null): Promise<string> {
  const input = { ownerId, instruction: 'anything', canvasId: null, selection: [], idempotencyKey };
  const settings = { ...limits, planner, cacheTtlHours: 0, cacheScope: 'owner' as const };
  const { jobId } = await createJob(pool, { ...input, priority: 'NORMAL', useCache: false }, settings);
  return jobId;
}

export function start(pool: pg.Pool, workerId: string) {
  return startNextAttempt(pool, { workerId, planner: 'sketcher', model: null, timeLimitMs: 60_000 }, levels);
}

/** Shows progress on behalf of an attempt. @returns Whether that was accepted. */
export function append(pool: pg.Pool, id: AttemptId, lastSeq: number) {
  return appendAttemptEvents(
    pool,
    { jobId: id.jobId, attempt: id.number, lastSeq },
    [{ type: 'JobProgressed', payload: { phase: 'GENERATING', progress: 0.5 } }],
    { phase: 'GENERATING', progress: 0.5 },
  );
}

export function cancel(pool: pg.Pool, ownerId: string, jobId: string, keepPartial: boolean) {
  return cancelJob(pool, { ownerId, jobId, keepPartial, perUser: null });
}

export function retry(pool: pg.Pool, ownerId: string, jobId: string) {
  return retryJob(pool, { ownerId, jobId }, limits);
}

export function lose(pool: pg.Pool, workerId: string) {
  return inTransaction(pool, (tx) => recordLostAttempts(tx, workerId));
}
