import type pg from 'pg';
import { inTransaction, type Sql } from '../../database/connection.ts';
import { NotFoundError } from '../../errors.ts';
import { canvasChangeChannel } from '../../events/listener/channels.ts';
import { cancelJobInTransaction } from '../../jobs/commands/cancelJob.ts';

/**
 * Moves a canvas to the trash and cancels its unfinished jobs. Idempotent.
 * @throws NotFoundError
 */
export async function deleteCanvas(
  pool: pg.Pool,
  request: { canvasId: string; ownerId: string },
): Promise<void> {
  while (!(await inTransaction(pool, (tx) => tryDelete(tx, request)))) {
    // A job was created in between: the next try locks it before the canvas.
  }
}

/**
 * Locks jobs before their canvas, as every end of a job does, to avoid deadlocks.
 * @returns False, with nothing changed, if a job was created in between.
 */
async function tryDelete(
  tx: pg.PoolClient,
  { canvasId, ownerId }: { canvasId: string; ownerId: string },
): Promise<boolean> {
  const locked = await unfinishedJobs(tx, canvasId, ownerId, 'ORDER BY id FOR NO KEY UPDATE');
  const { rows } = await tx.query<{ deleted_at: Date | null }>(
    // FOR UPDATE also blocks new jobs.
    'SELECT deleted_at FROM canvas WHERE id = $1 AND owner_id = $2 FOR UPDATE',
    [canvasId, ownerId],
  );
  const [canvas] = rows;
  if (canvas === undefined) throw new NotFoundError('canvas');
  if (canvas.deleted_at !== null) return true;
  const present = await unfinishedJobs(tx, canvasId, ownerId);
  if (present.some((id) => !locked.includes(id))) return false;
  for (const jobId of present) await cancelJobInTransaction(tx, { jobId, ownerId: null, keepPartial: false });
  await tx.query('UPDATE canvas_job SET keep_partial = false WHERE id = ANY($1::uuid[])', [present]);
  await tx.query('UPDATE canvas SET deleted_at = now(), deleted_version = version WHERE id = $1', [canvasId]);
  await tx.query('SELECT pg_notify($1, $2)', [canvasChangeChannel, canvasId]);
  return true;
}

async function unfinishedJobs(tx: Sql, canvasId: string, ownerId: string, lock = ''): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM canvas_job WHERE canvas_id = $1 AND owner_id = $2 AND finished_at IS NULL ${lock}`,
    [canvasId, ownerId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Restores a canvas from the trash. Idempotent.
 * @throws NotFoundError (also when it has been removed for good)
 */
export async function restoreCanvas(
  pool: pg.Pool,
  { canvasId, ownerId }: { canvasId: string; ownerId: string },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query(
      'UPDATE canvas SET deleted_at = NULL, deleted_version = NULL WHERE id = $1 AND owner_id = $2',
      [canvasId, ownerId],
    );
    if (rowCount === 0) throw new NotFoundError('canvas');
    await tx.query('SELECT pg_notify($1, $2)', [canvasChangeChannel, canvasId]);
  });
}
