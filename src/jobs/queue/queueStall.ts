import { onlyRow, type Sql } from '../../database/connection.ts';
import { workerAlive } from '../workers/registry.ts';
import { runNextJobTask } from './queue.ts';

/** Milliseconds that an entry of the queue may wait for a worker that has a free place: workers poll every second. */
export const longestFetchMs = 15_000;

/** What keeps waiting jobs from being started. */
export type QueueStall = {
  /** Milliseconds for which the oldest entry of the queue could have been fetched. */
  waitedMs: number;
  /** Workers that are alive. */
  workers: number;
};

/**
 * Milliseconds for which the oldest entry of the queue could have been fetched, and was not; null when none waits. That
 * is normal while every place of the workers is taken.
 */
export async function oldestUnfetchedMs(sql: Sql): Promise<number | null> {
  const { rows } = await sql.query<{ waited_ms: number | null }>(
    `SELECT (extract(epoch FROM now() - min(run_at)) * 1000)::float8 AS waited_ms FROM graphile_worker.jobs
     WHERE task_identifier = $1 AND locked_at IS NULL AND run_at <= now() AND attempts < max_attempts`,
    [runNextJobTask],
  );
  return onlyRow(rows).waited_ms;
}

/**
 * Whether the queue stands still: an entry could have been fetched for longer than `longestFetchMs`, while no job was
 * started, although the workers have free places, or no worker is alive at all.
 */
export async function readQueueStall(sql: Sql): Promise<QueueStall | null> {
  const waitedMs = await oldestUnfetchedMs(sql);
  if (waitedMs === null || waitedMs < longestFetchMs) return null;
  const { rows } = await sql.query<{ workers: number; stalled: boolean }>(stallStatement, [longestFetchMs]);
  const { workers, stalled } = onlyRow(rows);
  return stalled ? { waitedMs, workers } : null;
}

const stallStatement = `
  SELECT alive.workers,
         paused_at IS NULL AND (alive.workers = 0 OR (
           alive.places > (SELECT count(*) FROM job_attempt WHERE outcome IS NULL)
           AND NOT EXISTS (SELECT 1 FROM turn WHERE served_at > now() - $1 * interval '1 millisecond')
           AND NOT EXISTS (SELECT 1 FROM canvas_job WHERE finished_at > now() - $1 * interval '1 millisecond')
         )) AS stalled
  FROM queue_control, LATERAL (
    SELECT count(*)::int AS workers, COALESCE(sum(max_concurrent), 0) AS places FROM worker WHERE ${workerAlive}
  ) AS alive`;

/** The stall in words, for operators. */
export function describeStall({ waitedMs, workers }: QueueStall): string {
  const why = workers === 0 ? 'no worker is alive' : 'the workers have free places, and fetch nothing';
  return `waiting jobs are not started: the oldest could have been for ${Math.round(waitedMs / 1_000)} s, and ${why}`;
}
