import type { JobEvent } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** Pages to read: of each of these jobs, the first events above a cursor. The lists are as long as each other. */
export type PageRequests = {
  jobIds: readonly string[];
  cursors: readonly number[];
  limits: readonly number[];
};

type NoEvent = { seq: null };

/**
 * An event of a page, or, of an empty page, a row without one. `request`: position of the page in the lists. `endsAt`: last
 * sequence of the log if no event can follow it, since the job is finished; 0 if the job does not exist; otherwise null.
 */
export type PageRow = { request: number; endsAt: number | null } & (Omit<JobEvent, 'jobId'> | NoEvent);

/** Limits keep the planner from reading whole tables for a handful of jobs. */
export const readLogPages = statement.rows<PageRow, PageRequests>(`
  SELECT request.number::int - 1 AS request,
    CASE WHEN job.id IS NULL THEN 0 WHEN job.finished_at IS NOT NULL THEN job.last_seq END AS ends_at,
    event.seq, event.type, event.attempt, event.payload, event.at
  FROM unnest(:jobIds::uuid[], :cursors::int[], :limits::int[]) WITH ORDINALITY
    AS request (job_id, cursor, size, number)
  LEFT JOIN LATERAL (
    SELECT id, finished_at, last_seq FROM canvas_job WHERE id = request.job_id LIMIT 1
  ) AS job ON true
  LEFT JOIN LATERAL (
    SELECT seq, type, attempt, payload, at FROM job_event
    WHERE job_id = request.job_id AND seq > request.cursor ORDER BY seq LIMIT request.size
  ) AS event ON true
  ORDER BY request.number, event.seq`);
