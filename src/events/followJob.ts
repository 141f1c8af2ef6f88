import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { isUnavailable } from '../database/isUnavailable.ts';
import { abortable } from './abortable.ts';
import { topics } from './channels.ts';
import type { EventHub } from './hub.ts';
import { isTerminalEvent, type JobEvent } from './jobEvent.ts';
import type { EventReader } from './sharedReads.ts';
import { Signal } from './signal.ts';

export type FollowSource = { pool: pg.Pool; hub: EventHub; read: EventReader };

/** Covers a notification that got lost. Long: it is a safety net, not the way news travels. */
const slowPollMs = 5_000;
const outagePollMs = 250;
/** Events read at once. A reader who is further behind than this reads page by page, at its own pace. */
const pageSize = 200;

/**
 * Every event of the job's log with a sequence above `after`, then those to come as they are appended; ends
 * after the terminal one. Gapless, in order, each once: the log is read with a cursor, and notifications only
 * say when to read on. Nothing is buffered for a reader who is slow.
 */
export function followJob(
  source: FollowSource,
  jobId: string,
  after: number,
): AsyncGenerator<JobEvent, void> {
  return abortable((signal) => follow(source, jobId, after, signal));
}

async function* follow(source: FollowSource, jobId: string, after: number, leaving: AbortSignal) {
  const news = new Signal();
  // Registered before the first read, so that nothing can be appended unseen between the two.
  const unsubscribe = source.hub.subscribe(topics.job(jobId), news.raise);
  let cursor = after;
  try {
    while (!leaving.aborted) {
      news.lower();
      const events = await readPatiently(source, jobId, cursor, leaving);
      for (const event of events) {
        yield event;
        cursor = event.seq;
      }
      if (events.length === pageSize) continue;
      const last = events.at(-1);
      if ((last === undefined || isTerminalEvent(last)) && (await hasEnded(source.pool, jobId, cursor)))
        return;
      await news.wait(slowPollMs, leaving);
    }
  } finally {
    unsubscribe();
  }
}

/** Reads a page; an outage of the database delays the follower instead of ending it. */
async function readPatiently(source: FollowSource, jobId: string, cursor: number, leaving: AbortSignal) {
  while (!leaving.aborted) {
    try {
      return await source.read(jobId, cursor, pageSize);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await delay(outagePollMs, undefined, { signal: leaving }).catch(() => undefined);
    }
  }
  return [];
}

/** Whether nothing follows the cursor: the job is over, or has been cleaned up. */
async function hasEnded(pool: pg.Pool, jobId: string, cursor: number): Promise<boolean> {
  try {
    const { rowCount } = await pool.query(
      'SELECT 1 FROM canvas_job WHERE id = $1 AND (finished_at IS NULL OR last_seq > $2)',
      [jobId, cursor],
    );
    return rowCount === 0;
  } catch (error) {
    if (isUnavailable(error)) return false;
    throw error;
  }
}
