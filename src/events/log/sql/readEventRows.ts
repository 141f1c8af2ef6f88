import type { JobEvent } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** Bounds of sequences, neither of them included. */
export type SequenceRange = { above: number; below: number };

type PageParameters = SequenceRange & { jobId: string; limit: number };

const readEventRows = (direction: 'ASC' | 'DESC') =>
  statement.rows<JobEvent, PageParameters>(`
  SELECT job_id, seq, type, attempt, payload, at FROM job_event
  WHERE job_id = :jobId AND seq > :above AND seq < :below ORDER BY seq ${direction} LIMIT :limit`);

/** The first events of a job within a range, oldest first. */
export const readFirstEventRows = readEventRows('ASC');

/** The last events of a job within a range, newest first. */
export const readLastEventRows = readEventRows('DESC');
