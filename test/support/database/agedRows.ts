import type { Sql } from '../../../src/database/statement.ts';

/** Rows as they would be after days and hours, for tests of what time does to them. */

type AgedJobs = { status: string; days: number; count?: number; version?: number; canvasId?: string };

/** Jobs that came to a state so many days ago, on one canvas; gives its id. */
export async function insertJobs(sql: Sql, { status, days, count = 1, version = 1, canvasId }: AgedJobs) {
  const { rows } = await sql.query<{ canvas_id: string }>(
    `WITH owner AS (
       INSERT INTO app_user (id, subject, name) VALUES (gen_random_uuid(), 'owner', 'Owner')
       ON CONFLICT (subject) DO UPDATE SET name = excluded.name RETURNING id
     ), canvas AS (
       INSERT INTO canvas (id, owner_id, title, version)
       SELECT COALESCE($5, gen_random_uuid()), id, 'Canvas', $4 FROM owner
       ON CONFLICT (id) DO UPDATE SET title = excluded.title RETURNING id
     ), job AS (
       INSERT INTO canvas_job (id, owner_id, canvas_id, type, status, phase, instruction, input_hash, progress,
                               attempt, max_attempts, last_seq, error_code, error_message, error_retryable,
                               created_at, started_at, finished_at)
       SELECT gen_random_uuid(), owner.id, canvas.id, 'MODIFY_CANVAS', $1::job_status,
              CASE WHEN ended THEN 'DONE' WHEN $1 = 'QUEUED' THEN 'QUEUED' ELSE 'PLANNING' END::job_phase,
              'draw', 'hash', CASE WHEN ended THEN 1 ELSE 0 END, 1, 4, 2,
              CASE WHEN failed THEN 'X' END, CASE WHEN failed THEN 'x' END, CASE WHEN failed THEN false END,
              day, day, CASE WHEN ended THEN day END
       FROM owner, canvas, generate_series(1, $3),
            LATERAL (SELECT now() - $2 * interval '1 day' AS day, $1 = 'FAILED' AS failed,
                            $1 IN ('COMPLETED', 'FAILED', 'CANCELLED') AS ended)
       RETURNING id, canvas_id
     ), event AS (
       INSERT INTO job_event (job_id, seq, type, attempt, payload)
       SELECT id, seq, 'JobQueued', 0, '{}' FROM job, generate_series(1, 2) AS seq
     ), attempt AS (
       INSERT INTO job_attempt (job_id, number, worker_id, outcome, finished_at)
       SELECT id, 1, gen_random_uuid(), 'LOST', now() FROM job
     )
     SELECT canvas_id FROM job LIMIT 1`,
    [status, days, count, version, canvasId ?? null],
  );
  return rows[0]?.canvas_id ?? '';
}

/** Cached results made and last used so many hours ago. */
export function insertEntries(sql: Sql, name: string, made: number, used: number, count = 1) {
  return sql.query(
    `INSERT INTO result_cache (key, result, planner, object_count, input_tokens, output_tokens, bytes,
                               created_at, last_used_at)
     SELECT $1 || number, '{}', 'sketcher', 0, 0, 0, 2, now() - $2 * interval '1 hour', now() - $3 * interval '1 hour'
     FROM generate_series(1, $4) AS number`,
    [name, made, used, count],
  );
}
