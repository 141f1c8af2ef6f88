import type pg from 'pg';
import { z } from 'zod';
import { inTransaction, onlyRow, type Sql } from '../../database/connection.ts';
import { InputValidationError } from '../../errors.ts';
import { line } from '../../validation/line.ts';
import { problemsOf } from '../../validation/problemsOf.ts';
import { restoreWakeUps } from './queue.ts';

/** State of the queue's switch. */
export type QueueControl = {
  /** Since when no job is started; null when the queue runs. */
  pausedAt: Date | null;
  /** What the operator gave as the reason. */
  reason: string | null;
};

const columns = 'paused_at AS "pausedAt", reason';

export async function readQueueControl(sql: Sql): Promise<QueueControl> {
  const { rows } = await sql.query<QueueControl>(`SELECT ${columns} FROM queue_control`);
  return onlyRow(rows);
}

/** Characters of a reason. */
const maxReasonLength = 500;
const givenReason = z.object({ reason: line('The reason', maxReasonLength).nullable() });

/**
 * Stops starting jobs; those that run go on, new ones are accepted. Once this has returned, none starts. Pausing a
 * paused queue with a reason gives it that reason, which is then this operator's. Without one it changes nothing: the
 * pause keeps its beginning, its reason, and who gave it.
 * @throws InputValidationError
 */
export async function pauseQueue(pool: pg.Pool, by: string, reason: string | null): Promise<QueueControl> {
  const checked = givenReason.safeParse({ reason });
  if (!checked.success) throw new InputValidationError(problemsOf(checked.error));
  const { rows } = await pool.query<QueueControl>(
    `UPDATE queue_control
     SET paused_at = COALESCE(paused_at, now()),
         paused_by_id = CASE WHEN paused_at IS NULL OR $2::text IS NOT NULL THEN $1 ELSE paused_by_id END,
         reason = COALESCE($2, reason)
     RETURNING ${columns}`,
    [by, reason],
  );
  return onlyRow(rows);
}

/** Starts jobs again. Resuming a queue that runs changes nothing. */
export async function resumeQueue(pool: pg.Pool): Promise<QueueControl> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<QueueControl>(
      `UPDATE queue_control SET paused_at = NULL, paused_by_id = NULL, reason = NULL RETURNING ${columns}`,
    );
    // Wake-ups that came during the pause have found nothing to start.
    await restoreWakeUps(tx, 0);
    return onlyRow(rows);
  });
}
