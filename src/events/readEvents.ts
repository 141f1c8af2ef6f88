import type { Sql } from '../database/connection.ts';
import { type JobEvent, type JobEventRow, readJobEvent } from './jobEvent.ts';

/** A page of a job's log: the events with a sequence above `after`, oldest first. */
export async function readEvents(sql: Sql, jobId: string, after: number, limit: number): Promise<JobEvent[]> {
  const { rows } = await sql.query<JobEventRow>(
    `SELECT job_id, seq, type, attempt, payload, at FROM job_event
     WHERE job_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [jobId, after, limit],
  );
  return rows.map(readJobEvent);
}

/** A page of a job's log read backwards: the events with a sequence below `before`, newest first. */
export async function readEventsBackwards(
  sql: Sql,
  jobId: string,
  before: number,
  limit: number,
): Promise<JobEvent[]> {
  const { rows } = await sql.query<JobEventRow>(
    `SELECT job_id, seq, type, attempt, payload, at FROM job_event
     WHERE job_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3`,
    [jobId, before, limit],
  );
  return rows.map(readJobEvent);
}
