import type { Sql } from '../../database/statement.ts';
import { runNextJobTask } from './queueEntries.ts';
import { readOldestEntryWait } from './sql/readOldestEntryWait.ts';
import { readStall } from './sql/readStall.ts';

/** Milliseconds that an entry of the queue may wait for a worker that has a free slot: workers poll every second. */
export const maxEntryWaitMs = 15_000;

/** A queue in which waiting jobs are not started. */
export type QueueStall = {
  /** Milliseconds for which the oldest entry of the queue has been ready for a worker. */
  waitedMs: number;
  /** Live workers. */
  workers: number;
};

/** See the statement. */
export function oldestEntryWaitMs(sql: Sql): Promise<number | null> {
  return readOldestEntryWait(sql, { task: runNextJobTask });
}

/**
 * The stall of the queue, if there is one: an entry has been ready for longer than `maxEntryWaitMs` and no job was
 * started in that time, although the workers have free slots, or no worker is alive.
 */
export async function readQueueStall(sql: Sql): Promise<QueueStall | null> {
  const waitedMs = await oldestEntryWaitMs(sql);
  if (waitedMs === null || waitedMs < maxEntryWaitMs) return null;
  const { workers, stalled } = await readStall(sql, { withinMs: maxEntryWaitMs });
  return stalled ? { waitedMs, workers } : null;
}

/** One sentence for operators. */
export function describeStall({ waitedMs, workers }: QueueStall): string {
  const cause = workers === 0 ? 'no worker is alive' : 'the workers have free slots but take no jobs';
  return `waiting jobs are not started: the oldest has been ready for ${Math.round(waitedMs / 1_000)} s, and ${cause}`;
}
