import { statement } from '../../../database/statement.ts';

/** The position in the log that an attempt writes at: after the last event that it has written. */
export type LogPosition = { jobId: string; attempt: number; lastSeq: number };

/** Whether the attempt runs and its log has that length. */
export const hasLogPosition = statement.any<LogPosition>(`
  SELECT 1 FROM canvas_job
  WHERE id = :jobId AND attempt = :attempt AND status = 'PROCESSING' AND last_seq = :lastSeq`);
