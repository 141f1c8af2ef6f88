import type pg from 'pg';
import { inTransaction, onlyRow } from '../../database/connection.ts';
import type { Job } from '../job.ts';
import { levelsParameter, oldestOfEach, type PriorityLevels, queueOrder } from '../queue/sql/queueOrder.ts';
import { type Starter, startParameters, startStatement } from './startAttempts.ts';

/**
 * Takes the next job of the queue and begins an attempt at it: state, attempt, turn, and the first events of the
 * attempt are committed together.
 * @returns The job as it is then, or null when none waits or the queue is paused.
 */
export async function startNextAttempt(
  pool: pg.Pool,
  starter: Starter,
  levels: PriorityLevels,
): Promise<Job | null> {
  return inTransaction(pool, async (tx) => {
    // One start at a time: turns are taken in order, and nothing starts once a pause has been committed.
    const control = await tx.query<{ paused: boolean }>(
      'SELECT paused_at IS NOT NULL AS paused FROM queue_control FOR NO KEY UPDATE',
    );
    if (onlyRow(control.rows).paused) return null;
    const parameters = { ...startParameters(starter), levels: levelsParameter(levels) };
    const [job] = await startOldest(tx, parameters);
    if (job !== undefined) return job;
    // The oldest job of everyone was locked, if there was any at all.
    const [later] = await startAny(tx, parameters);
    return later ?? null;
  });
}

// A job whose row is locked is being cancelled; the next one in order is taken instead.
const nextOf = (queue: string) => `
  SELECT canvas_job.id, queue.owner_id, queue.level
  FROM (${queue}) AS queue JOIN canvas_job USING (id)
  WHERE canvas_job.status = ANY(:startable::job_status[])
  ORDER BY queue.position
  LIMIT 1 FOR NO KEY UPDATE OF canvas_job SKIP LOCKED`;

const startOldest = startStatement<{ levels: number[] }>(nextOf(queueOrder(oldestOfEach)));
const startAny = startStatement<{ levels: number[] }>(nextOf(queueOrder()));
