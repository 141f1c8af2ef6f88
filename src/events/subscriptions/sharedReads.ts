import type { Sql } from '../../database/connection.ts';
import { isTerminalEvent, type JobEvent } from '../log/jobEvent.ts';
import { readEvents } from '../log/readEvents.ts';
import { mayHaveMoreEvents } from './sql/mayHaveMoreEvents.ts';

/** Events of a job in the order of the log, and whether they are the last that there will be. */
export type LogPage = { events: JobEvent[]; ended: boolean };

/** Reads the events of a job above a cursor, oldest first, `limit` at most. */
export type EventReader = (jobId: string, after: number, limit: number) => Promise<LogPage>;

/**
 * Creates a reader that answers subscribers of the same job at the same cursor with one query.
 *
 * Only a read that has not begun yet is shared: one in progress may have begun before the event that a later caller
 * was woken for.
 */
export function createSharedReader(sql: Sql): EventReader {
  const waiting = new Map<string, Promise<LogPage>>();
  return (jobId, after, limit) => {
    const key = `${jobId} ${after} ${limit}`;
    const shared = waiting.get(key);
    if (shared !== undefined) return shared;
    const read = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting.delete(key);
      return readPage(sql, jobId, after, limit);
    });
    waiting.set(key, read);
    return read;
  };
}

async function readPage(sql: Sql, jobId: string, after: number, limit: number): Promise<LogPage> {
  const events = await readEvents(sql, jobId, after, limit);
  const last = events.at(-1);
  const mayHaveEnded = events.length < limit && (last === undefined || isTerminalEvent(last));
  const cursor = last?.seq ?? after;
  return { events, ended: mayHaveEnded && !(await mayHaveMoreEvents(sql, { jobId, cursor })) };
}
