import type { Sql } from '../../database/connection.ts';
import type { VersionKind } from '../../database/generated/prisma/enums.ts';
import { canvasChangeChannel } from '../../events/listener/channels.ts';
import { type ChangeSet, isEmpty } from '../model/changeSet.ts';
import { type Conflict, describeConflicts } from '../model/conflict.ts';
import { type RebaseRules, rebase } from '../model/rebase.ts';
import { lockCanvas } from './lockCanvas.ts';
import { readObjects, rowOf, type StoredObject } from './objectRows.ts';

/** A change set that becomes a new version of a canvas. */
export type NewVersion = {
  canvasId: string;
  author:
    | { kind: 'JOB'; jobId: string }
    | { kind: 'EDIT' | 'COPY'; userId: string }
    | { kind: 'UNDO' | 'RESTORE'; userId: string; sourceNumber: number };
  /** Title for a canvas that its owner has not named: used for the first version, and that of the job that created the canvas. */
  title?: string;
  changes: ChangeSet;
  /** `exact`: the change set was made for the current version, and is not rebased. */
  rules?: RebaseRules | 'exact';
  /** The jobs that created the added objects, where these are restored. */
  creators?: Readonly<Record<string, string>>;
};

/** `number` is null if nothing was left to change, so that there is no new version. */
export type Committed = { number: number | null; changes: ChangeSet; conflicts: Conflict[] };

/**
 * Rebases a change set onto the newest version and commits it, in the caller's transaction, as a new version. A job
 * makes a version even if nothing is left to change.
 */
export async function commitVersion(tx: Sql, version: NewVersion): Promise<Committed> {
  const { canvasId, author } = version;
  const canvas = await lockCanvas(tx, canvasId);
  const current = await readObjects(tx, canvasId);
  const { changes, conflicts } =
    version.rules === 'exact'
      ? { changes: version.changes, conflicts: [] }
      : rebase(
          current.map(({ object }) => object),
          version.changes,
          version.rules,
        );
  if (isEmpty(changes) && author.kind !== 'JOB') return { number: null, changes, conflicts };
  const number = canvas.version + 1;
  await writeObjects(tx, version, changes);
  await insertVersion(tx, version, { number, changes, current });
  await tx.query(
    `UPDATE canvas SET version = $2, updated_at = now(),
       title = CASE WHEN renamed_at IS NULL AND $3 <> '' AND (version = 0
           OR EXISTS (SELECT FROM canvas_job WHERE id = $4 AND type = 'CREATE_CANVAS')) THEN $3 ELSE title END
     WHERE id = $1`,
    [canvasId, number, version.title ?? '', author.kind === 'JOB' ? author.jobId : null],
  );
  await tx.query('SELECT pg_notify($1, $2)', [canvasChangeChannel, canvasId]);
  return { number, changes, conflicts };
}

/** The change set of a job. */
export type JobVersion = {
  canvasId: string;
  jobId: string;
  title: string;
  changes: ChangeSet;
  /** The version that the changes were made for; null: they are rebased onto any version. */
  baseVersion?: number | null;
};

/** The canvas has a newer version than the changes were made for. */
export class CanvasChangedError extends Error {
  override readonly name = 'CanvasChangedError';
}

/**
 * Commits the change set of a job, and adds conflicts to the job's warnings.
 * @returns Number of the version.
 * @throws CanvasChangedError
 */
export async function commitJobVersion(tx: Sql, { jobId, ...version }: JobVersion): Promise<number> {
  const { baseVersion = null } = version;
  if (baseVersion !== null && (await lockCanvas(tx, version.canvasId)).version !== baseVersion) {
    throw new CanvasChangedError();
  }
  const { number, conflicts } = await commitVersion(tx, { ...version, author: { kind: 'JOB', jobId } });
  if (number === null) throw new Error('a job always makes a version');
  if (conflicts.length > 0) {
    await tx.query('UPDATE canvas_job SET warnings = warnings || $2::text[] WHERE id = $1', [
      jobId,
      describeConflicts(conflicts),
    ]);
  }
  return number;
}

const columns =
  'id uuid, kind object_kind, z_index int, parent_id uuid, from_id uuid, to_id uuid, data jsonb';

async function writeObjects(
  tx: Sql,
  { canvasId, author, creators = {} }: NewVersion,
  changes: ChangeSet,
): Promise<void> {
  await tx.query('DELETE FROM canvas_object WHERE canvas_id = $1 AND id = ANY($2::uuid[])', [
    canvasId,
    changes.deleted.map(({ id }) => id),
  ]);
  // References are checked at commit, so the order of the rows is free.
  await tx.query(
    `UPDATE canvas_object
     SET z_index = o.z_index, parent_id = o.parent_id, from_id = o.from_id, to_id = o.to_id, data = o.data
     FROM jsonb_to_recordset($2::jsonb) AS o (${columns})
     WHERE canvas_object.id = o.id AND canvas_object.canvas_id = $1`,
    [canvasId, JSON.stringify(changes.updated.map(({ after }) => rowOf(after)))],
  );
  // The job that created a restored object may have been cleaned up.
  await tx.query(
    `INSERT INTO canvas_object (id, canvas_id, kind, z_index, parent_id, from_id, to_id, data, created_by_job_id)
     SELECT o.id, $1, o.kind, o.z_index, o.parent_id, o.from_id, o.to_id, o.data, job.id
     FROM jsonb_to_recordset($2::jsonb) AS o (${columns})
     LEFT JOIN canvas_job job ON job.id = COALESCE($3, ($4::jsonb ->> o.id::text)::uuid)`,
    [
      canvasId,
      JSON.stringify(changes.added.map(rowOf)),
      author.kind === 'JOB' ? author.jobId : null,
      JSON.stringify(creators),
    ],
  );
}

type Written = { number: number; changes: ChangeSet; current: StoredObject[] };

async function insertVersion(tx: Sql, { canvasId, author }: NewVersion, written: Written): Promise<void> {
  const { number, changes, current } = written;
  const { added, updated, deleted } = changes;
  await tx.query(
    `INSERT INTO canvas_version (canvas_id, number, previous_number, kind, job_id, author_id, source_number, diff,
                                 added_count, updated_count, deleted_count, object_count)
     VALUES ($1, $2, NULLIF($2 - 1, 0), $3, $4, COALESCE($5, (SELECT owner_id FROM canvas_job WHERE id = $4)), $6, $7,
             $8, $9, $10, $11)`,
    [
      canvasId,
      number,
      author.kind satisfies VersionKind,
      author.kind === 'JOB' ? author.jobId : null,
      author.kind === 'JOB' ? null : author.userId,
      'sourceNumber' in author ? author.sourceNumber : null,
      JSON.stringify({ ...changes, creators: creatorsOf(current, changes) }),
      added.length,
      updated.length,
      deleted.length,
      current.length + added.length - deleted.length,
    ],
  );
}

/** The jobs that created the deleted objects, in case these are restored. */
function creatorsOf(current: readonly StoredObject[], { deleted }: ChangeSet): Record<string, string> {
  const jobs = new Map(current.map(({ object, createdByJobId }) => [object.id, createdByJobId]));
  return Object.fromEntries(
    deleted.flatMap(({ id }) => {
      const jobId = jobs.get(id) ?? null;
      return jobId === null ? [] : [[id, jobId]];
    }),
  );
}
