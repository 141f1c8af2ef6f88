import type pg from 'pg';
import { retryWhileUnavailable } from '../../database/retryWhileUnavailable.ts';
import { topics } from '../listener/channels.ts';
import type { Wake } from '../listener/followed.ts';
import type { EventHub } from '../listener/hub.ts';
import { Signal } from '../listener/signal.ts';
import type { JobEvent } from '../log/jobEvent.ts';
import { abortable } from './abortable.ts';
import type { EventReader, LogPage } from './sharedReads.ts';

export type FollowSource = { pool: pg.Pool; hub: EventHub; read: EventReader };

/**
 * Events read at once: all that a reader who has stopped reading keeps in memory. One who is further behind
 * reads page by page, at its own pace.
 */
const pageSize = 50;

/**
 * Every event of the job's log with a sequence above `after`, then those to come as they are appended; ends
 * after the terminal one. Gapless, in order, each once: the log is read with a cursor, and the hub only says
 * when to read on. An outage of the database delays it.
 */
export function followJob(
  source: Pick<FollowSource, 'read'> & { hub: Pick<EventHub, 'subscribe'> },
  jobId: string,
  after: number,
): AsyncGenerator<JobEvent, void> {
  return abortable((leaving) => follow(source, jobId, after, leaving));
}

async function* follow(
  { hub, read }: Parameters<typeof followJob>[0],
  jobId: string,
  after: number,
  leaving: AbortSignal,
) {
  const news = new Signal();
  let cursor = after;
  // How far the log has got, as far as was heard since the last read began.
  let heard = 0;
  const wake: Wake = (change) => {
    // The caller's own cursor may lie beyond the log, which then ends before it gets there.
    const behindCaller = change !== null && change.lastSeq < cursor && cursor === after;
    heard = change === null || behindCaller ? Number.POSITIVE_INFINITY : Math.max(heard, change.lastSeq);
    if (heard > cursor) news.raise();
  };
  // Registered before the first read, so that nothing can be appended unseen between the two.
  const unsubscribe = hub.subscribe(topics.job(jobId), wake);
  try {
    while (!leaving.aborted) {
      heard = 0;
      const { events, ended } = await readPatiently(() => read(jobId, cursor, pageSize), leaving);
      for (const event of events) {
        cursor = event.seq;
        yield event;
      }
      if (ended) return;
      // The page itself has often brought what was heard of meanwhile.
      if (events.length === pageSize || heard > cursor) continue;
      news.lower();
      await news.wait(leaving);
    }
  } finally {
    unsubscribe();
  }
}

/** Reads a page; an outage of the database delays the follower instead of ending it. */
async function readPatiently(read: () => Promise<LogPage>, leaving: AbortSignal): Promise<LogPage> {
  try {
    return await retryWhileUnavailable(leaving, read);
  } catch (error) {
    if (leaving.aborted) return { events: [], ended: true };
    throw error;
  }
}
