import { jobEventPayloadSql } from '../../listener/channels.ts';
import { insertEventsOfJob } from './insertEventsOfJob.ts';

/** `events`: a JSON array. `channel`: where the subscribers of the job are notified. */
export type LogParameters = { jobId: string; events: string; channel: string };

/**
 * Appends events to the log of one job and notifies its subscribers.
 * @param changes What changes of the job, and its condition: `…, progress = :progress WHERE id = :jobId`.
 */
export function appendToLog(changes: string): string {
  return `
  WITH job AS (
    UPDATE canvas_job SET last_seq = last_seq + jsonb_array_length(:events::jsonb)${changes}
    RETURNING id, owner_id, canvas_id, attempt, last_seq
  ), appended AS (${insertEventsOfJob})
  SELECT last_seq, pg_notify(:channel, ${jobEventPayloadSql}) FROM job`;
}
