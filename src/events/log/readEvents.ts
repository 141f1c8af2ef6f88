import type { Sql } from '../../database/connection.ts';
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

/** Bounds of sequences, neither of them included. */
export type SequenceRange = { above: number; below: number };

/** Up to `limit` events of a job's log within a range: its first ones, oldest first, or its last ones, newest first. */
export async function readEventsWithin(
  sql: Sql,
  jobId: string,
  { above, below }: SequenceRange,
  { isBackwards, limit }: { isBackwards: boolean; limit: number },
): Promise<JobEvent[]> {
  const { rows } = await sql.query<JobEventRow>(
    `SELECT job_id, seq, type, attempt, payload, at FROM job_event
     WHERE job_id = $1 AND seq > $2 AND seq < $3 ORDER BY seq ${isBackwards ? 'DESC' : 'ASC'} LIMIT $4`,
    [jobId, above, below, limit],
  );
  return rows.map(readJobEvent);
}
