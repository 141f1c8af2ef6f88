import type { Sql } from '../../database/statement.ts';
import { type JobEvent, readJobEvent } from '../log/jobEvent.ts';
import { type PageRow, readLogPages } from './sql/readLogPages.ts';

/** Events of a job in the order of the log, and whether they are the last that there will be. */
export type LogPage = { events: JobEvent[]; ended: boolean };

/** Reads the events of a job above a cursor, oldest first, `limit` at most. */
export type EventReader = (jobId: string, after: number, limit: number) => Promise<LogPage>;

/** Queries at a time. While they run, reads gather, and go into the next one. */
const maxQueries = 2;
/** Pages that one query reads, which bounds its answer. */
const maxPages = 50;

type Read = { jobId: string; after: number; limit: number; answer: PromiseWithResolvers<LogPage> };

/**
 * Creates a reader that answers subscribers of the same job at the same cursor together, and those of several jobs with
 * one query.
 *
 * Only a read that has not begun yet is shared: one in progress may have begun before the event that a later caller
 * was woken for.
 */
export function createSharedReader(sql: Sql): EventReader {
  const waiting = new Map<string, Read>();
  let queries = 0;

  const query = async (): Promise<void> => {
    if (queries === maxQueries || waiting.size === 0) return;
    const reads = [...waiting].slice(0, maxPages);
    for (const [key] of reads) waiting.delete(key);
    queries += 1;
    await readPages(
      sql,
      reads.map(([, read]) => read),
    );
    queries -= 1;
    void query();
  };
  return (jobId, after, limit) => {
    const key = `${jobId} ${after} ${limit}`;
    const shared = waiting.get(key);
    if (shared !== undefined) return shared.answer.promise;
    const read = { jobId, after, limit, answer: Promise.withResolvers<LogPage>() };
    waiting.set(key, read);
    setImmediate(() => void query());
    return read.answer.promise;
  };
}

/** Answers reads with one query. Throws nothing. */
async function readPages(sql: Sql, reads: readonly Read[]): Promise<void> {
  try {
    const rows = await readLogPages(sql, {
      jobIds: reads.map(({ jobId }) => jobId),
      cursors: reads.map(({ after }) => after),
      limits: reads.map(({ limit }) => limit),
    });
    const pages = Map.groupBy(rows, ({ request }) => request);
    for (const [index, read] of reads.entries()) answerWith(read, pages.get(index) ?? []);
  } catch (error) {
    for (const { answer } of reads) answer.reject(error);
  }
}

function answerWith({ jobId, after, answer }: Read, rows: readonly PageRow[]): void {
  try {
    const events = rows.flatMap(({ request: _, endsAt: __, ...event }) =>
      event.seq === null ? [] : readJobEvent({ jobId, ...event }),
    );
    const cursor = events.at(-1)?.seq ?? after;
    const endsAt = rows[0]?.endsAt ?? null;
    answer.resolve({ events, ended: endsAt !== null && endsAt <= cursor });
  } catch (error) {
    answer.reject(error);
  }
}
