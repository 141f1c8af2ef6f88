import { plainText } from '../../canvas/model/plainText.ts';
import { statement } from '../../database/statement.ts';
import { jobEventChannel, jobEventPayloadSql } from '../../events/listener/channels.ts';
import type { NewJobEvent } from '../../events/log/jobEvent.ts';
import { type Job, jobColumns } from '../job.ts';
import { transitions } from '../transitions.ts';

/** Who takes a job, what it will be planned with, and how long an attempt may take, in milliseconds. */
export type Starter = { workerId: string; planner: string; model: string | null; timeLimitMs: number };

/** Progress of a job whose planner has been asked. */
const planningProgress = 0.02;

/** The parameters of a `startStatement` besides those of its selection. */
export function startParameters(starter: Starter) {
  const { workerId, planner, timeLimitMs } = starter;
  const model = starter.model === null ? null : plainText(starter.model);
  const events: NewJobEvent[] = [
    { type: 'JobStarted', payload: { planner, model } },
    { type: 'JobProgressed', payload: { phase: 'PLANNING', progress: planningProgress } },
  ];
  return {
    startable: transitions.start.from,
    workerId,
    planner,
    model,
    timeLimitMs,
    events: JSON.stringify(events),
    channel: jobEventChannel,
    progress: planningProgress,
  };
}

type StartParameters = ReturnType<typeof startParameters>;

/**
 * Defines a statement that begins an attempt at each of the jobs that `selection` gives: state, attempt, turn, and the
 * first events of the attempt.
 * @param selection Query of `id`, `owner_id` and `level`, which locks the jobs. Besides its own parameters it may use
 * `:startable`, the states that a job can be started from.
 */
export function startStatement<Parameters extends object>(selection: string) {
  return statement.rows<Job, StartParameters & Parameters>(`
  WITH next AS (${selection}), served AS (
    INSERT INTO turn (owner_id, level, served_at)
    SELECT DISTINCT owner_id, level, clock_timestamp() FROM next WHERE level IS NOT NULL
    ON CONFLICT (owner_id, level) DO UPDATE SET served_at = excluded.served_at
  ), job AS (
    UPDATE canvas_job
    SET status = 'PROCESSING', phase = 'PLANNING', attempt = attempt + 1, progress = :progress, object_count = 0,
        is_leader = canvas_job.cache_key IS NOT NULL, planner = :planner, model = :model, started_at = COALESCE(started_at, now()), next_attempt_at = NULL,
        error_code = NULL, error_message = NULL, error_retryable = NULL, warnings = '{}',
        last_seq = last_seq + jsonb_array_length(:events::jsonb)
    FROM next WHERE canvas_job.id = next.id
    RETURNING canvas_job.*
  ), attempt AS (
    INSERT INTO job_attempt (job_id, number, worker_id, planner, model, deadline_at)
    SELECT id, attempt, :workerId, :planner, :model, now() + :timeLimitMs * interval '1 millisecond' FROM job
  ), appended AS (
    INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
    SELECT job.id, job.last_seq - jsonb_array_length(:events::jsonb) + t.ordinality,
           (t.event ->> 'type')::job_event_type, job.attempt, t.event -> 'payload', clock_timestamp()
    FROM job, jsonb_array_elements(:events::jsonb) WITH ORDINALITY AS t (event, ordinality)
  ), woken AS (
    SELECT id, pg_notify(:channel, ${jobEventPayloadSql}) FROM job
  )
  SELECT ${jobColumns} FROM job JOIN woken USING (id)`);
}
