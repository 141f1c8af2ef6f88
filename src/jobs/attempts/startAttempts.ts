import { plainText } from '../../canvas/model/plainText.ts';
import type { Sql } from '../../database/connection.ts';
import { jobEventChannel, jobEventPayloadSql } from '../../events/listener/channels.ts';
import type { NewJobEvent } from '../../events/log/jobEvent.ts';
import { type JobRow, jobColumns } from '../job.ts';
import { transitions } from '../transitions.ts';

/** Who takes a job, what it will be planned with, and how long an attempt may take, in milliseconds. */
export type Starter = { workerId: string; planner: string; model: string | null; timeLimitMs: number };

/** Progress of a job whose planner has been asked. */
const planningProgress = 0.02;

/**
 * Begins an attempt at each of the jobs that `selection` gives: state, attempt, turn, and the first events of the
 * attempt.
 * @param selection Query of `id`, `owner_id` and `level`, which locks the jobs. It may use `$1`, the states that
 * a job can be started from, and `$8`, which is `parameter`.
 */
export async function startAttempts(
  tx: Sql,
  starter: Starter,
  selection: string,
  parameter: unknown,
): Promise<JobRow[]> {
  const model = starter.model === null ? null : plainText(starter.model);
  const events: NewJobEvent[] = [
    { type: 'JobStarted', payload: { planner: starter.planner, model } },
    { type: 'JobProgressed', payload: { phase: 'PLANNING', progress: planningProgress } },
  ];
  const { rows } = await tx.query<JobRow>(statement(selection), [
    transitions.start.from,
    starter.workerId,
    starter.planner,
    model,
    JSON.stringify(events),
    jobEventChannel,
    planningProgress,
    parameter,
    starter.timeLimitMs,
  ]);
  return rows;
}

const statement = (selection: string) => `
  WITH next AS (${selection}), served AS (
    INSERT INTO turn (owner_id, level, served_at)
    SELECT DISTINCT owner_id, level, clock_timestamp() FROM next WHERE level IS NOT NULL
    ON CONFLICT (owner_id, level) DO UPDATE SET served_at = excluded.served_at
  ), job AS (
    UPDATE canvas_job
    SET status = 'PROCESSING', phase = 'PLANNING', attempt = attempt + 1, progress = $7, object_count = 0,
        planner = $3, model = $4, started_at = COALESCE(started_at, now()), next_attempt_at = NULL,
        error_code = NULL, error_message = NULL, error_retryable = NULL, warnings = '{}',
        last_seq = last_seq + jsonb_array_length($5::jsonb)
    FROM next WHERE canvas_job.id = next.id
    RETURNING canvas_job.*
  ), attempt AS (
    INSERT INTO job_attempt (job_id, number, worker_id, planner, model, deadline_at)
    SELECT id, attempt, $2, $3, $4, now() + $9 * interval '1 millisecond' FROM job
  ), appended AS (
    INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
    SELECT job.id, job.last_seq - jsonb_array_length($5::jsonb) + t.ordinality,
           (t.event ->> 'type')::job_event_type, job.attempt, t.event -> 'payload', clock_timestamp()
    FROM job, jsonb_array_elements($5::jsonb) WITH ORDINALITY AS t (event, ordinality)
  ), woken AS (
    SELECT id, pg_notify($6, ${jobEventPayloadSql}) FROM job
  )
  SELECT ${jobColumns} FROM job JOIN woken USING (id)`;
