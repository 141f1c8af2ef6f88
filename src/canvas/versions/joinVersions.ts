import type { Sql } from '../../database/connection.ts';
import { CanvasConflictError, type ExpectedError, NotFoundError } from '../../errors.ts';
import { JoinedChanges, type StoredChanges } from '../model/joinChanges.ts';

/**
 * Joins consecutive edits into the last of them. The caller holds the lock of the canvas.
 * @param numbers The versions, in order.
 * @returns The number of versions that were removed.
 */
export async function joinVersions(tx: Sql, canvasId: string, numbers: readonly number[]): Promise<number> {
  const joined = new JoinedChanges();
  // One at a time: each may be as large as the canvas.
  for (const number of numbers) joined.add(await readStoredChanges(tx, canvasId, number));
  const changes = joined.toChanges();
  const first = numbers[0];
  const last = numbers.at(-1);
  await tx.query('SET CONSTRAINTS "canvas_version_canvas_id_previous_number_fkey" DEFERRED');
  const { rows } = await tx.query<{ previous_number: number | null }>(
    'SELECT previous_number FROM canvas_version WHERE canvas_id = $1 AND number = $2',
    [canvasId, first],
  );
  const { rowCount } = await tx.query(
    'DELETE FROM canvas_version WHERE canvas_id = $1 AND number >= $2 AND number < $3',
    [canvasId, first, last],
  );
  await tx.query(
    `UPDATE canvas_version
     SET previous_number = $3, diff = $4, added_count = $5, updated_count = $6, deleted_count = $7, joined_at = now()
     WHERE canvas_id = $1 AND number = $2`,
    [
      canvasId,
      last,
      rows[0]?.previous_number ?? null,
      JSON.stringify(changes),
      changes.added.length,
      changes.updated.length,
      changes.deleted.length,
    ],
  );
  // Now rather than at commit: the rest of the transaction relies on the chain of versions.
  await tx.query('SET CONSTRAINTS "canvas_version_canvas_id_previous_number_fkey" IMMEDIATE');
  return rowCount ?? 0;
}

async function readStoredChanges(tx: Sql, canvasId: string, number: number): Promise<StoredChanges> {
  const { rows } = await tx.query<{ diff: StoredChanges }>(
    'SELECT diff FROM canvas_version WHERE canvas_id = $1 AND number = $2',
    [canvasId, number],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`version ${number} of canvas ${canvasId} has vanished`);
  return row.diff;
}

/** The version with this number, or the one that it was joined into; null if there is neither. */
export async function versionHolding(
  sql: Sql,
  canvasId: string,
  number: number,
): Promise<{ number: number; previous: number } | null> {
  const { rows } = await sql.query<{ number: number; previous: number }>(
    `SELECT number, COALESCE(previous_number, 0) AS previous FROM canvas_version
     WHERE canvas_id = $1 AND number >= $2 ORDER BY number LIMIT 1`,
    [canvasId, number],
  );
  return rows[0] ?? null;
}

/** The error for a version that doesn't exist: it never did, or it was joined into a later one. */
export async function missingVersionError(
  sql: Sql,
  canvasId: string,
  number: number,
): Promise<ExpectedError> {
  const holder = number < 1 ? null : await versionHolding(sql, canvasId, number);
  if (holder === null) return new NotFoundError('version');
  return new CanvasConflictError(
    canvasId,
    `Version ${number} was joined with later edits into version ${holder.number}. ` +
      `Undo or restore version ${holder.number}, or restore version ${holder.previous}, which is the state before them.`,
  );
}
