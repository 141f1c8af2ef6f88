import type { Sql } from '../../database/statement.ts';
import { type JobEvent, readJobEvent } from './jobEvent.ts';
import { readFirstEventRows, readLastEventRows, type SequenceRange } from './sql/readEventRows.ts';

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
