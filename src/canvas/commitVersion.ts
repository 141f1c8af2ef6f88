import { onlyRow, type Sql } from '../database/connection.ts';
import { type CanvasChanges, type CanvasDiff, diffOf } from './changes.ts';
import { readObjects, rowOf } from './objectRows.ts';

/** A change that becomes a new version of a canvas. */
export type NewVersion = {
  canvasId: string;
  /** The job that made it. */
  jobId: string;
  /** Title for a canvas that has none of its own yet; ignored from the second version on. */
  title: string;
  changes: CanvasChanges;
};

/**
 * Changes a canvas, in the caller's transaction, as one new version. Whatever has happened to the canvas since
 * the change was thought out is respected: see `diffOf`.
 * @returns Number of the version.
 */
export async function commitVersion(tx: Sql, version: NewVersion): Promise<number> {
  const { canvasId, jobId, title, changes } = version;
  const locked = await tx.query<{ version: number }>(
    'SELECT version FROM canvas WHERE id = $1 FOR NO KEY UPDATE',
    [canvasId],
  );
  const number = onlyRow(locked.rows).version + 1;
  const current = await readObjects(tx, canvasId);
  const diff = diffOf(
    current.map(({ object }) => object),
    changes,
  );
  await writeDiff(tx, canvasId, jobId, diff);
  await tx.query('INSERT INTO canvas_version (canvas_id, number, job_id, diff) VALUES ($1, $2, $3, $4)', [
    canvasId,
    number,
    jobId,
    JSON.stringify(diff),
  ]);
  await tx.query(
    `UPDATE canvas SET version = $2, updated_at = now(), title = CASE WHEN version = 0 AND $3 <> '' THEN $3 ELSE title END
     WHERE id = $1`,
    [canvasId, number, title],
  );
  return number;
}

async function writeDiff(tx: Sql, canvasId: string, jobId: string, diff: CanvasDiff): Promise<void> {
  const columns =
    'id uuid, kind object_kind, z_index int, parent_id uuid, from_id uuid, to_id uuid, data jsonb';
  await tx.query('DELETE FROM canvas_object WHERE canvas_id = $1 AND id = ANY($2::uuid[])', [
    canvasId,
    diff.deleted.map(({ id }) => id),
  ]);
  // References are checked at commit, so the order of the rows is free.
  await tx.query(
    `UPDATE canvas_object SET z_index = o.z_index, parent_id = o.parent_id, data = o.data
     FROM jsonb_to_recordset($2::jsonb) AS o (${columns})
     WHERE canvas_object.id = o.id AND canvas_object.canvas_id = $1`,
    [canvasId, JSON.stringify(diff.updated.map(({ after }) => rowOf(after)))],
  );
  await tx.query(
    `INSERT INTO canvas_object (id, canvas_id, kind, z_index, parent_id, from_id, to_id, data, created_by_job_id)
     SELECT o.id, $1, o.kind, o.z_index, o.parent_id, o.from_id, o.to_id, o.data, $3
     FROM jsonb_to_recordset($2::jsonb) AS o (${columns})`,
    [canvasId, JSON.stringify(diff.added.map(rowOf)), jobId],
  );
}
