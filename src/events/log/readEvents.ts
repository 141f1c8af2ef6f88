import type { Sql } from '../../database/connection.ts';
import { type JobEvent, readJobEvent } from './jobEvent.ts';
import { readFirstEventRows, readLastEventRows, type SequenceRange } from './sql/readEventRows.ts';

const beyondAll = 2_147_483_647;

/** A page of a job's log: the events with a sequence above `after`, oldest first. */
export function readEvents(sql: Sql, jobId: string, after: number, limit: number): Promise<JobEvent[]> {
  return readEventsWithin(sql, jobId, { above: after, below: beyondAll }, { isBackwards: false, limit });
}

/** Up to `limit` events of a job's log within a range: its first ones, oldest first, or its last ones, newest first. */
export async function readEventsWithin(
  sql: Sql,
  jobId: string,
  range: SequenceRange,
  { isBackwards, limit }: { isBackwards: boolean; limit: number },
): Promise<JobEvent[]> {
  const readRows = isBackwards ? readLastEventRows : readFirstEventRows;
  return (await readRows(sql, { jobId, ...range, limit })).map(readJobEvent);
}
