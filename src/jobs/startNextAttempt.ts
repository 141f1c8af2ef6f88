import type pg from 'pg';
import { inTransaction, onlyRow } from '../database/connection.ts';
import { jobEventChannel } from '../events/channels.ts';
import type { NewJobEvent } from '../events/jobEvent.ts';
import { type JobRow, jobColumns } from './job.ts';
import { levelsParameter, type PriorityLevels, queueOrder } from './queueOrder.ts';
import { transitions } from './transitions.ts';

/** Who takes the job, and what it will be planned with. */
export type Starter = { workerId: string; planner: string; model: string | null };

/** Progress of a job whose planner has been asked. */
const planningProgress = 0.02;

/**
 * Takes the next job of the queue and begins an attempt at it: state, attempt, turn, and the first events of the
 * attempt are committed together.
 * @returns The job as it is then, or null when none waits or the queue is paused.
 */
export async function startNextAttempt(
  pool: pg.Pool,
  starter: Starter,
  levels: PriorityLevels,
): Promise<JobRow | null> {
  const events: NewJobEvent[] = [
    { type: 'JobStarted', payload: { planner: starter.planner, model: starter.model } },
    { type: 'JobProgressed', payload: { phase: 'PLANNING', progress: planningProgress } },
  ];
  return inTransaction(pool, async (tx) => {
    // One start at a time: turns are taken in order, and nothing starts once a pause has been committed.
    const control = await tx.query<{ paused: boolean }>(
      'SELECT paused_at IS NOT NULL AS paused FROM queue_control FOR NO KEY UPDATE',
    );
    if (onlyRow(control.rows).paused) return null;
    const { rows } = await tx.query<JobRow>(statement, [
      transitions.start.from,
      starter.workerId,
      starter.planner,
      starter.model,
      JSON.stringify(events),
      jobEventChannel,
      planningProgress,
      levelsParameter(levels),
    ]);
    return rows[0] ?? null;
  });
}

// A job whose row is locked is being cancelled; the next one in order is taken instead.
const statement = `
  WITH next AS (
    SELECT canvas_job.id, queue.owner_id, queue.level
    FROM (${queueOrder('$8')}) AS queue JOIN canvas_job USING (id)
    WHERE canvas_job.status = ANY($1::job_status[])
    ORDER BY queue.position
    LIMIT 1 FOR NO KEY UPDATE OF canvas_job SKIP LOCKED
  ), served AS (
    INSERT INTO turn (owner_id, level, served_at) SELECT owner_id, level, clock_timestamp() FROM next
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
