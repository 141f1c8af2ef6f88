import { jobChangeColumns } from '../../listener/sql/jobChange.ts';
import { insertEventsOfJob } from './insertEventsOfJob.ts';

/** `events`: a JSON array. */
export type LogParameters = { jobId: string; events: string };

/**
 * Appends events to the log of one job. Its row is a `JobChange`.
 * @param changes What changes of the job, and its condition: `…, progress = :progress WHERE id = :jobId`.
 */
export function appendToLog(changes: string): string {
  return `
  WITH job AS (
    UPDATE canvas_job SET last_seq = last_seq + jsonb_array_length(:events::jsonb)${changes}
    RETURNING id, owner_id, canvas_id, attempt, last_seq
  ), appended AS (${insertEventsOfJob})
  SELECT ${jobChangeColumns} FROM job`;
}
