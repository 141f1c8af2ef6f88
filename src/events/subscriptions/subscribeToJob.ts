import type pg from 'pg';
import { retryWhileUnavailable } from '../../database/outages/retryWhileUnavailable.ts';
import { topics } from '../listener/channels.ts';
import type { EventHub } from '../listener/hub.ts';
import { Signal } from '../listener/signal.ts';
import type { Wake } from '../listener/subscribers.ts';
import type { JobEvent } from '../log/jobEvent.ts';
import { abortable } from './abortable.ts';
import type { EventReader, LogPage } from './sharedReads.ts';

export type JobEventSource = {
  pool: pg.Pool;
  hub: EventHub;
  read: EventReader;
  /** Called when a subscriber has taken events, and asks for the next. `isLive`: it waited for them. */
  delivered?: (events: readonly JobEvent[], isLive: boolean) => void;
};

/**
 * Events of one read, which bounds the memory of a subscriber that has stopped reading. One that is further behind reads
 * page by page.
 */
const pageSize = 50;

/**
 * Yields every event of the job's log with a sequence above `after`, then new ones as they are appended; ends after the
 * terminal one. Gapless, in order, each once: the log is read with a cursor, and the hub only wakes the reader. An outage
 * of the database delays it.
 */
export function subscribeToJob(
  source: Pick<JobEventSource, 'read' | 'delivered'> & { hub: Pick<EventHub, 'subscribe'> },
  jobId: string,
  after: number,
): AsyncGenerator<JobEvent, void> {
  return abortable((leaving) => generate(source, jobId, after, leaving));
}

async function* generate(
  { hub, read, delivered }: Parameters<typeof subscribeToJob>[0],
  jobId: string,
  after: number,
  leaving: AbortSignal,
) {
  const wakeUp = new Signal();
  let cursor = after;
  // Last sequence of the log, as far as notified since the last read began.
  let notified = 0;
  /** Whether the subscriber has caught up, and gets events as they are appended. */
  let isLive = false;
  const wake: Wake = (change) => {
    // `after` may lie beyond the log's last sequence; then only a read shows whether the log has ended.
    const behindCaller = change !== null && change.lastSeq < cursor && cursor === after;
    notified =
      change === null || behindCaller ? Number.POSITIVE_INFINITY : Math.max(notified, change.lastSeq);
    if (notified > cursor) wakeUp.raise();
  };
  // Subscribed before the first read: an event that is appended between the two wakes this subscriber.
  const unsubscribe = hub.subscribe(topics.job(jobId), wake);
  try {
    while (!leaving.aborted) {
      notified = 0;
      const { events, ended } = await readPage(() => read(jobId, cursor, pageSize), leaving);
      for (const event of events) {
        cursor = event.seq;
        yield event;
      }
      if (events.length > 0) delivered?.(events, isLive);
      // The owner may have retried since the read.
      if (ended && notified <= cursor) return;
      // The page often contains the events that were notified meanwhile.
      if (events.length === pageSize || notified > cursor) continue;
      wakeUp.lower();
      isLive = true;
      await wakeUp.wait(leaving);
    }
  } finally {
    unsubscribe();
  }
}

/** Reads a page; waits while the database is unavailable. */
async function readPage(read: () => Promise<LogPage>, leaving: AbortSignal): Promise<LogPage> {
  try {
    return await retryWhileUnavailable(leaving, read);
  } catch (error) {
    if (leaving.aborted) return { events: [], ended: true };
    throw error;
  }
}
