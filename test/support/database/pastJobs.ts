import { v7 as uuid } from 'uuid';
import type { Sql } from '../../../src/database/statement.ts';

/** Jobs with a known past for tests of statistics: inserts the rows and events that such a job would have. */

/** One attempt, in minutes before now. */
export type PastAttempt = {
  began: number;
  ended: number;
  outcome: 'SUCCEEDED' | 'FAILED' | 'CANCELLED' | 'LOST' | 'HANDED_BACK';
  tokens?: { input: number; output: number; usd?: number };
};

export type PastJob = {
  owner: string;
  type?: 'CREATE_CANVAS' | 'MODIFY_CANVAS';
  planner?: string;
  instruction?: string;
  /** Minutes before now. */
  created: number;
  attempts?: PastAttempt[];
  /** How it ended, in minutes before now; none: it waits. */
  end?: { at: number; status: 'COMPLETED' | 'FAILED' | 'CANCELLED'; code?: string };
  /** Whether it used the cache; none: it could not. */
  cacheHit?: boolean;
};

/** A user; gives the id. */
export async function insertUser(sql: Sql, subject: string): Promise<string> {
  const id = uuid();
  await sql.query('INSERT INTO app_user (id, subject, name) VALUES ($1, $2, $2)', [id, subject]);
  return id;
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const terminalEvents = { COMPLETED: 'JobCompleted', FAILED: 'JobFailed', CANCELLED: 'JobCancelled' };

/** Writes a job; gives its id. */
export async function insertPastJob(sql: Sql, job: PastJob): Promise<string> {
  const id = uuid();
  await insertRow(sql, id, job);
  for (const [index, attempt] of (job.attempts ?? []).entries())
    await insertAttempt(sql, id, index + 1, attempt);
  await insertEvent(sql, id, {
    seq: 1,
    type: 'JobQueued',
    attempt: 0,
    payload: { retry: false },
    at: ago(job.created),
  });
  if (job.end !== undefined) {
    const payload =
      job.end.status === 'FAILED'
        ? { error: { code: job.end.code ?? 'X', message: 'x', retryable: false } }
        : {};
    const type = terminalEvents[job.end.status];
    await insertEvent(sql, id, {
      seq: 2,
      type,
      attempt: job.attempts?.length ?? 0,
      payload,
      at: ago(job.end.at),
    });
  }
  return id;
}

async function insertRow(sql: Sql, id: string, job: PastJob): Promise<void> {
  const { end, attempts = [], cacheHit } = job;
  const failed = end?.status === 'FAILED';
  await sql.query(
    `WITH canvas AS (INSERT INTO canvas (id, owner_id, title) VALUES (gen_random_uuid(), $2, 'Canvas') RETURNING id)
     INSERT INTO canvas_job (id, owner_id, canvas_id, type, status, phase, instruction, selection, input_hash, progress,
                             attempt, max_attempts, last_seq, warnings, planner, cache_hit, cache_key,
                             error_code, error_message, error_retryable, created_at, started_at, finished_at)
     SELECT $1, $2, canvas.id, $3, $4, $5, $6, '{}', '', $7, $8::int, 4, $9, '{}', $10, $11, $12, $13::text, $13, $14,
            $15, $16, $17 FROM canvas`,
    [
      id,
      job.owner,
      job.type ?? 'CREATE_CANVAS',
      end?.status ?? 'QUEUED',
      end === undefined ? 'QUEUED' : 'DONE',
      job.instruction ?? 'draw',
      end?.status === 'COMPLETED' ? 1 : 0,
      attempts.length,
      end === undefined ? 1 : 2,
      job.planner ?? (attempts.length > 0 || cacheHit ? 'openai' : null),
      cacheHit ?? false,
      cacheHit === undefined ? null : 'key',
      failed ? (end.code ?? 'X') : null,
      failed ? false : null,
      ago(job.created),
      attempts[0] === undefined ? null : ago(attempts[0].began),
      end === undefined ? null : ago(end.at),
    ],
  );
}

async function insertAttempt(sql: Sql, jobId: string, number: number, attempt: PastAttempt): Promise<void> {
  const { began, ended, outcome, tokens } = attempt;
  const error = outcome === 'FAILED' ? 'X' : null;
  await sql.query(
    `INSERT INTO job_attempt (job_id, number, worker_id, outcome, error_code, error_message, error_retryable,
                              input_tokens, output_tokens, cost_usd, started_at, finished_at)
     VALUES ($1, $2, gen_random_uuid(), $3, $4, $4, $5, $6, $7, $8, $9, $10)`,
    [
      jobId,
      number,
      outcome,
      error,
      error === null ? null : true,
      tokens?.input ?? null,
      tokens?.output ?? null,
      tokens?.usd ?? null,
      ago(began),
      ago(ended),
    ],
  );
}

type PastEvent = { seq: number; type: string; attempt: number; payload: object; at: Date };

async function insertEvent(
  sql: Sql,
  jobId: string,
  { seq, type, attempt, payload, at }: PastEvent,
): Promise<void> {
  await sql.query(
    'INSERT INTO job_event (job_id, seq, type, attempt, payload, at) VALUES ($1, $2, $3, $4, $5, $6)',
    [jobId, seq, type, attempt, payload, at],
  );
}
