import type pg from 'pg';
import { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { InputValidationError } from '../../errors.ts';
import { line } from '../../validation/line.ts';
import { problemsOf } from '../../validation/problemsOf.ts';
import { restoreQueueEntries } from './queueEntries.ts';
import { clearPause } from './sql/clearPause.ts';
import type { OrderParameters } from './sql/queueOrder.ts';
import type { QueueControl } from './sql/readQueueControl.ts';
import { recordPause } from './sql/recordPause.ts';

const maxReasonLength = 500;
const pauseInput = z.object({ reason: line('The reason', maxReasonLength).nullable() });

/**
 * Stops starting jobs; running jobs continue and new ones are accepted. No job starts after this has returned. Pausing a
 * paused queue with a reason replaces the reason and the operator who gave it. Without one it changes nothing.
 * @throws InputValidationError
 */
export async function pauseQueue(
  pool: pg.Pool,
  userId: string,
  reason: string | null,
): Promise<QueueControl> {
  const { success, error } = pauseInput.safeParse({ reason });
  if (!success) throw new InputValidationError(problemsOf(error));
  return recordPause(pool, { userId, reason });
}

/** Starts jobs again. Resuming a queue that runs changes nothing. */
export async function resumeQueue(pool: pg.Pool, order: OrderParameters): Promise<QueueControl> {
  return inTransaction(pool, async (tx) => {
    const control = await clearPause(tx);
    // Entries that workers took during the pause started nothing.
    await restoreQueueEntries(tx, 0, order);
    return control;
  });
}
