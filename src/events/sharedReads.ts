import type { Sql } from '../database/connection.ts';
import type { JobEvent } from './jobEvent.ts';
import { readEvents } from './readEvents.ts';

/** Reads the events of a job above a cursor, oldest first, `limit` at most. */
export type EventReader = (jobId: string, after: number, limit: number) => Promise<JobEvent[]>;

/**
 * A reader that answers followers of the same job at the same cursor with one query.
 *
 * Only a read that has not begun yet is shared: one that is under way may have been started before the news
 * that a later caller was woken for.
 */
export function createSharedReader(sql: Sql): EventReader {
  const waiting = new Map<string, Promise<JobEvent[]>>();
  return (jobId, after, limit) => {
    const key = `${jobId} ${after} ${limit}`;
    const shared = waiting.get(key);
    if (shared !== undefined) return shared;
    const read = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting.delete(key);
      return readEvents(sql, jobId, after, limit);
    });
    waiting.set(key, read);
    return read;
  };
}
