import type { Sql } from '../../database/statement.ts';
import { notifyJobChange } from '../listener/notifyChanges.ts';
import { batchSizes } from './batchSizes.ts';
import type { NewJobEvent } from './jobEvent.ts';
import { hasLogPosition, type LogPosition } from './sql/hasLogPosition.ts';
import { insertAttemptEvents } from './sql/insertAttemptEvents.ts';
import { insertEvents } from './sql/insertEvents.ts';

/** Properties of the job that change together with its log while an attempt runs. */
export type AttemptProgress = {
  phase?: 'PLANNING' | 'GENERATING' | 'LAYING_OUT' | 'SAVING';
  /** 0 to 1; a value below the present one is ignored, so that progress never falls within an attempt. */
  progress?: number;
  objectCount?: number;
};

/**
 * Appends events to a job's log, in order, and notifies its subscribers after the commit: one statement, one
 * notification. The caller's transaction has established that the events are true.
 * @returns Sequence of the last event.
 */
export async function appendEvents(sql: Sql, jobId: string, events: readonly NewJobEvent[]): Promise<number> {
  const change = await insertEvents(sql, { jobId, events: JSON.stringify(events) });
  if (change === undefined) throw new Error(`job ${jobId} does not exist`);
  notifyJobChange(sql, change);
  return change.lastSeq;
}

/**
 * Appends events on behalf of a running attempt. While it runs, nothing else appends to the log, so a
 * batch that is sent again at the same position, because its answer was lost, is recognised.
 * @returns False, and nothing is written, when the attempt is no longer the current one or no longer wanted:
 * it was cancelled, declared lost, or handed to another worker.
 */
export async function appendAttemptEvents(
  sql: Sql,
  position: LogPosition,
  events: readonly NewJobEvent[],
  { phase, progress, objectCount }: AttemptProgress = {},
): Promise<boolean> {
  const change = await insertAttemptEvents(sql, {
    ...position,
    events: JSON.stringify(events),
    phase: phase ?? null,
    progress: progress ?? null,
    objectCount: objectCount ?? null,
  });
  if (change !== undefined) {
    batchSizes.observe(events.length);
    notifyJobChange(sql, change);
    return true;
  }
  // Perhaps this batch has been appended already.
  return hasLogPosition(sql, { ...position, lastSeq: position.lastSeq + events.length });
}
