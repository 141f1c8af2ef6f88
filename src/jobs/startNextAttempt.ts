import type { Sql } from '../database/connection.ts';
import { jobEventChannel } from '../events/channels.ts';
import type { NewJobEvent } from '../events/jobEvent.ts';
import { type JobRow, jobColumns } from './job.ts';
import { transitions } from './transitions.ts';

/** Who takes the job, and what it will be planned with. */
export type Starter = { workerId: string; planner: string; model: string | null };

/** Progress of a job whose planner has been asked. */
const planningProgress = 0.02;

/**
 * Takes the next job of the queue and begins an attempt at it: state, attempt, and the first events of the
 * attempt in one statement.
 * @returns The job as it is then, or null when none waits.
 */
export async function startNextAttempt(sql: Sql, starter: Starter): Promise<JobRow | null> {
  const events: NewJobEvent[] = [
    { type: 'JobStarted', payload: { planner: starter.planner, model: starter.model } },
    { type: 'JobProgressed', payload: { phase: 'PLANNING', progress: planningProgress } },
  ];
  const { rows } = await sql.query<JobRow>(statement, [
    transitions.start.from,
    starter.workerId,
    starter.planner,
    starter.model,
    JSON.stringify(events),
    jobEventChannel,
    planningProgress,
  ]);
  return rows[0] ?? null;
}

// SKIP LOCKED: two workers never wait for, or take, the same job.
const statement = `
  WITH next AS (
    SELECT id FROM canvas_job
    WHERE status = ANY($1::job_status[]) AND (next_attempt_at IS NULL OR next_attempt_at <= now())
    ORDER BY priority DESC, id
    LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
  ), job AS (
    UPDATE canvas_job
    SET status = 'PROCESSING', phase = 'PLANNING', attempt = attempt + 1, progress = $7, object_count = 0,
        planner = $3, model = $4, started_at = COALESCE(started_at, now()), next_attempt_at = NULL,
        error_code = NULL, error_message = NULL, error_retryable = NULL, warnings = '{}',
        last_seq = last_seq + jsonb_array_length($5::jsonb)
    FROM next WHERE canvas_job.id = next.id
    RETURNING canvas_job.*
  ), attempt AS (
    INSERT INTO job_attempt (job_id, number, worker_id, planner, model)
    SELECT id, attempt, $2, $3, $4 FROM job
  ), appended AS (
    INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
    SELECT job.id, job.last_seq - jsonb_array_length($5::jsonb) + t.ordinality,
           (t.event ->> 'type')::job_event_type, job.attempt, t.event -> 'payload', clock_timestamp()
    FROM job, jsonb_array_elements($5::jsonb) WITH ORDINALITY AS t (event, ordinality)
  ), woken AS (
    SELECT pg_notify($6, id || ' ' || owner_id) FROM job
  )
  SELECT ${jobColumns} FROM job, woken`;
