import type { Sql } from '../../database/connection.ts';
import { jobEventChannel, jobEventPayloadSql } from '../listener/channels.ts';
import type { NewJobEvent } from './jobEvent.ts';

/** Properties of the job that change together with its log while an attempt runs. */
export type AttemptProgress = {
  phase?: 'PLANNING' | 'GENERATING' | 'LAYING_OUT' | 'SAVING';
  /** 0 to 1; a value below the present one is ignored, so that progress never falls within an attempt. */
  progress?: number;
  objectCount?: number;
};

/**
 * Appends events to a job's log, in order, and notifies its subscribers at commit: one statement, one
 * notification. The caller's transaction has established that the events are true.
 * @returns Sequence of the last event.
 */
export async function appendEvents(sql: Sql, jobId: string, events: readonly NewJobEvent[]): Promise<number> {
  const { rows } = await sql.query<{ last_seq: number }>(statement('WHERE id = $1'), [
    jobId,
    JSON.stringify(events),
    jobEventChannel,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error(`job ${jobId} does not exist`);
  return row.last_seq;
}

/** The position in the log that an attempt writes at: after the last event that it has written. */
export type LogPosition = { jobId: string; attempt: number; lastSeq: number };

/**
 * Appends events on behalf of a running attempt. While it runs, nothing else appends to the log, so a
 * batch that is sent again at the same position, because its answer was lost, is recognised.
 * @returns False, and nothing is written, when the attempt is no longer the current one or no longer wanted:
 * it was cancelled, declared lost, or handed to another worker.
 */
export async function appendAttemptEvents(
  sql: Sql,
  position: LogPosition,
  events: readonly NewJobEvent[],
  progress: AttemptProgress = {},
): Promise<boolean> {
  const { rowCount } = await sql.query(fencedStatement, [
    position.jobId,
    JSON.stringify(events),
    jobEventChannel,
    position.attempt,
    progress.phase ?? null,
    progress.progress ?? null,
    progress.objectCount ?? null,
    position.lastSeq,
  ]);
  return rowCount === 1 || hasAppended(sql, position, events.length);
}

/** Whether a batch of that many events has been written at the position already. */
async function hasAppended(sql: Sql, position: LogPosition, count: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT 1 FROM canvas_job WHERE id = $1 AND attempt = $2 AND status = 'PROCESSING' AND last_seq = $3`,
    [position.jobId, position.attempt, position.lastSeq + count],
  );
  return rowCount === 1;
}

/** Incrementing `last_seq` locks the job's row: that is what makes sequences gapless and ordered. */
const statement = (condition: string, assignments = '') => `
  WITH events AS (
    SELECT ordinality, event FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS t (event, ordinality)
  ), job AS (
    UPDATE canvas_job
    SET last_seq = last_seq + jsonb_array_length($2::jsonb)${assignments}
    ${condition}
    RETURNING id, owner_id, canvas_id, attempt, last_seq
  ), appended AS (
    INSERT INTO job_event (job_id, seq, type, attempt, payload, at)
    SELECT job.id,
           job.last_seq - jsonb_array_length($2::jsonb) + events.ordinality,
           (events.event ->> 'type')::job_event_type,
           job.attempt,
           events.event -> 'payload',
           clock_timestamp()
    FROM job, events
  )
  SELECT last_seq, pg_notify($3, ${jobEventPayloadSql}) FROM job`;

const fencedStatement = statement(
  `WHERE id = $1 AND attempt = $4 AND status = 'PROCESSING' AND last_seq = $8`,
  `,
        phase = COALESCE($5::job_phase, phase),
        progress = GREATEST(progress, COALESCE($6::float8, progress)),
        object_count = COALESCE($7::int, object_count)`,
);
